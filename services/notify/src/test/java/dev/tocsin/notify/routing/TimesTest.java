package dev.tocsin.notify.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

    @Nested
    class HoursOfADay {
        @ParameterizedTest
        @CsvSource({
            // 6 January 2022 is a Thursday; Rome is an hour ahead of UTC
            "2022-01-06T06:59:59Z, false",
            "2022-01-06T07:00:00Z, true",
            "2022-01-06T18:59:59Z, true",
            "2022-01-06T19:00:00Z, false",
            "2022-01-08T12:00:00Z, false",
        })
        void holdTheirBeginningAndNotTheirEnd(Instant moment, boolean held) {
            var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

            assertThat(new Hours(week, LocalTime.of(8, 0), LocalTime.of(20, 0), ROME).hold(moment))
                    .isEqualTo(held);
        }

        @ParameterizedTest
        @CsvSource({
            "2022-01-06T20:59:59Z, false",
            "2022-01-06T21:00:00Z, true",
            "2022-01-07T05:59:59Z, true",
            "2022-01-07T06:00:00Z, false",
            // the night that begins on Friday is none of theirs
            "2022-01-07T22:00:00Z, false",
        })
        void belongToTheDayOnWhichTheyBegin_acrossMidnight(Instant moment, boolean held) {
            var night = new Hours(Set.of(DayOfWeek.THURSDAY), LocalTime.of(22, 0), LocalTime.of(7, 0), ROME);

            assertThat(night.hold(moment)).isEqualTo(held);
        }

        @ParameterizedTest
        @CsvSource({
            "2022-01-06T12:00:00Z, 2022-01-06T12:00:00Z",
            "2022-01-06T23:30:00Z, 2022-01-07T06:00:00Z",
            "2022-01-06T21:00:00Z, 2022-01-07T06:00:00Z",
            // the clocks go on in this night, so it is an hour shorter
            "2022-03-26T22:00:00Z, 2022-03-27T05:00:00Z",
        })
        void endInTheMorning(Instant moment, Instant end) {
            assertThat(new Hours(ALL, LocalTime.of(22, 0), LocalTime.of(7, 0), ROME).end(moment))
                    .isEqualTo(end);
        }

        @Test
        void endSomeTime_evenWhenTheyNeverDo() {
            var always = new Hours(ALL, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ROME);

            assertThat(always.end(Alerts.AT)).isBetween(Alerts.AT, Alerts.AT.plus(Duration.ofDays(9)));
        }
    }

    @Nested
    class Digests {
        @ParameterizedTest
        @CsvSource({
            "2022-01-06T05:59:59Z, 2022-01-06T06:00:00Z",
            "2022-01-06T06:00:00Z, 2022-01-07T06:00:00Z",
            // a day of 23 hours
            "2022-03-26T12:00:00Z, 2022-03-27T05:00:00Z",
        })
        void comeEachDayAtTheirTime(Instant after, Instant next) {
            assertThat(new Digest(false, LocalTime.of(7, 0), ROME, false).next(after))
                    .isEqualTo(next);
        }

        @ParameterizedTest
        @CsvSource({
            "2022-01-06T05:14:59Z, 2022-01-06T05:15:00Z",
            "2022-01-06T05:15:00Z, 2022-01-06T06:15:00Z",
            // the hour that comes twice has two
            "2022-10-30T00:15:00Z, 2022-10-30T01:15:00Z",
        })
        void comeEachHourAtTheirMinute(Instant after, Instant next) {
            assertThat(new Digest(true, LocalTime.of(0, 15), ROME, false).next(after))
                    .isEqualTo(next);
        }
    }

    @Nested
    class Groups {
        private final Route route = route(null);

        @Test
        void areToldAfterTheirWait_theFirstTime() {
            assertThat(due(route, null)).isEqualTo(Alerts.AT.plusSeconds(30));
        }

        @Test
        void areToldAtOnce_whenTheirIntervalIsLongOver() {
            assertThat(due(route, Alerts.AT.minusSeconds(3600))).isEqualTo(Alerts.AT);
        }

        @Test
        void waitForTheirInterval() {
            assertThat(due(route, Alerts.AT.minusSeconds(60))).isEqualTo(Alerts.AT.plusSeconds(240));
        }

        @Test
        void waitForTheEndOfQuietHours_unlessTheyAreSevereEnough() {
            var quiet = route(
                    new Quiet(new Hours(ALL, LocalTime.of(20, 0), LocalTime.of(7, 0), ROME), Alert.Severity.Extreme));

            assertThat(due(quiet, null)).isEqualTo("2022-01-07T06:00:00Z");
            assertThat(Timing.due(quiet, Alerts.AT, null, Alert.Severity.Extreme, Alerts.AT))
                    .isEqualTo(Alerts.AT.plusSeconds(30));
        }

        @Test
        void areToldAfterTheirWait_whenTheClockWasPutBackSinceTheyWereTold() {
            assertThat(due(route, Alerts.AT.plusSeconds(3600))).isEqualTo(Alerts.AT.plusSeconds(30));
        }

        @Test
        void areToldAtOnce_whenTheClockWasPutBackWhileTheyGathered() {
            var now = Alerts.AT.minusSeconds(3600);
            assertThat(Timing.due(route, Alerts.AT, null, Alert.Severity.Severe, now))
                    .isEqualTo(now);
        }

        private static Instant due(Route route, @Nullable Instant told) {
            return Timing.due(route, Alerts.AT, told, Alert.Severity.Severe, Alerts.AT);
        }

        private static Route route(@Nullable Quiet quiet) {
            return new Route(
                    "r",
                    Match.ofTopics(Set.of(), Match.REAL),
                    null,
                    Route.GroupBy.STORY,
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    quiet,
                    List.of("desk"),
                    List.of(),
                    null);
        }
    }
}
