package dev.tocsin.ingest.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.coverage.Finding.Begins;
import dev.tocsin.ingest.coverage.Finding.Changes;
import dev.tocsin.ingest.coverage.Finding.Ends;
import dev.tocsin.ingest.coverage.Finding.Lasts;
import dev.tocsin.ingest.coverage.Finding.Nothing;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final Rules RULES = new Rules(1e-5, 0.1, 0.5, 7);
    private static final Subject FEED = new Subject(Subject.Kind.FEED, "f", "Courier");

    private final Judge judge = new Judge(RULES, Days.allWatched(), Days.NOW);

    private static LongToDoubleFunction perDay(double articles) {
        return hour -> articles / 24;
    }

    private static LongToDoubleFunction silentSince(int hours, LongToDoubleFunction rate) {
        return hour -> Days.ago(hour) < hours ? 0 : rate.applyAsDouble(hour);
    }

    @Nested
    class WhileNothingWasTold {
        /** Articles a day, hours of silence: whether that rings. */
        @ParameterizedTest
        @CsvSource({
            "2400,2,true",
            "2400,0,false",
            "240,6,true",
            "240,1,false",
            "48,12,true",
            "48,3,false",
            "24,24,true",
            "24,6,false",
            "6,100,true",
            "6,24,false",
            "1,168,false",
            "0.2,168,false"
        })
        void ringsSoonerTheMoreIsUsual(double usual, int silent, boolean rings) {
            var found = judge.look(Days.of(1, silentSince(silent + 1, perDay(usual))), Cause.WENT_QUIET, null);
            assertThat(found).isInstanceOf(rings ? Begins.class : Nothing.class);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.5, 5, 50, 500})
        void keepsStill_whileTheUsualComes(double usual) {
            long rung = IntStream.range(0, 400)
                    .filter(seed -> judge.look(Days.of(seed, perDay(usual)), Cause.WENT_QUIET, null) instanceof Begins)
                    .count();
            assertThat(rung).isZero();
        }

        @Test
        void knowsTheNight() {
            LongToDoubleFunction office = hour -> Days.hourOfDay(hour) >= 7 && Days.hourOfDay(hour) < 12 ? 0 : 10;
            assertThat(judge.look(Days.of(2, office), Cause.WENT_QUIET, null)).isInstanceOf(Nothing.class);
        }

        @Test
        void knowsTheDayOfTheWeek_fromTheThirdWeekOn() {
            LongToDoubleFunction notOnWednesdays = hour -> Days.dayOfWeek(hour) == 2 ? 0.05 : 4;
            assertThat(judge.look(Days.of(3, notOnWednesdays), Cause.WENT_QUIET, null))
                    .isInstanceOf(Nothing.class);
        }

        @Test
        void learnsNothingWrong_fromOneBadDay() {
            LongToDoubleFunction outageLastWeek = hour -> Days.ago(hour) < 9 * 24 && Days.ago(hour) > 7 * 24 ? 0 : 2;
            assertThat(judge.look(Days.of(4, silentSince(13, outageLastWeek)), Cause.WENT_QUIET, null))
                    .isInstanceOf(Begins.class);
        }

        @Test
        void noticesAThirdOfTheUsual() {
            LongToDoubleFunction less = hour -> Days.ago(hour) < 72 ? 1 : 3;
            assertThat(judge.look(Days.of(5, less), Cause.WENT_QUIET, null))
                    .asInstanceOf(InstanceOfAssertFactories.type(Begins.class))
                    .satisfies(b -> assertThat(b.shortfall().observed())
                            .isLessThan((int) b.shortfall().expected()));
        }

        @Test
        void ringsNot_beforeAWeekIsKnown() {
            LongToDoubleFunction young = hour -> Days.ago(hour) > 6 * 24 ? 0 : 10;
            assertThat(judge.look(Days.of(6, silentSince(24, young)), Cause.WENT_QUIET, null))
                    .isInstanceOf(Nothing.class);
        }

        @Test
        void takesTheFirstPollForWhatItIs() {
            var hours = Days.of(7, hour -> Days.ago(hour) > 12 * 24 ? 0 : 0.2);
            hours.add(Hours.hour(Days.NOW) - 12 * 24, 500);
            assertThat(judge.look(hours, Cause.WENT_QUIET, null)).isInstanceOf(Nothing.class);
        }

        @Test
        void judgesNoHourInWhichNobodyLooked() {
            var wokenUp = new Judge(RULES, Days.watched(hour -> Days.ago(hour) > 60 || Days.ago(hour) == 0), Days.NOW);
            assertThat(wokenUp.look(Days.of(8, silentSince(60, perDay(240))), Cause.WENT_QUIET, null))
                    .isInstanceOf(Nothing.class);
        }

        @Test
        void judgesByTheHoursItWorks_whereItSleepsAtNight() {
            var awake = Days.watched(hour -> Days.hourOfDay(hour) >= 6 && Days.hourOfDay(hour) < 22);
            var days = new Judge(RULES, awake, Days.NOW);
            LongToDoubleFunction usual = hour -> Days.hourOfDay(hour) >= 6 && Days.hourOfDay(hour) < 22 ? 5 : 0;
            assertThat(days.look(Days.of(9, usual), Cause.WENT_QUIET, null)).isInstanceOf(Nothing.class);
            assertThat(days.look(Days.of(9, silentSince(6, usual)), Cause.WENT_QUIET, null))
                    .isInstanceOf(Begins.class);
        }
    }

    @Nested
    class WhileItIsQuiet {
        private final Shortfall told = new Shortfall(12, 0, 24, 1e-8, 28);

        private Episode since(int hours, Cause cause) {
            var begun = Days.NOW.minus(Duration.ofHours(hours));
            return new Episode(FEED, cause, told, begun, begun, 1, null);
        }

        @Test
        void saysNothing_whileItStaysAsItWas() {
            assertThat(judge.look(
                            Days.of(1, silentSince(36, perDay(48))), Cause.WENT_QUIET, since(24, Cause.WENT_QUIET)))
                    .isInstanceOf(Lasts.class);
        }

        @Test
        void staysQuiet_afterTheFirstFewArticles() {
            LongToDoubleFunction trickle = hour -> Days.ago(hour) < 36 ? Days.ago(hour) == 3 ? 1 : 0 : 2;
            var hours = Days.of(1, trickle);
            assertThat(judge.look(hours, Cause.WENT_QUIET, since(24, Cause.WENT_QUIET)))
                    .isInstanceOf(Lasts.class);
        }

        @Test
        void isBack_whenTheLastHoursAreUsual() {
            LongToDoubleFunction back = hour -> Days.ago(hour) < 36 && Days.ago(hour) > 7 ? 0 : 2;
            assertThat(judge.look(Days.of(2, back), Cause.WENT_QUIET, since(24, Cause.WENT_QUIET)))
                    .isInstanceOf(Ends.class);
        }

        @Test
        void tellsAnotherCause_butNotEveryTime() {
            var hours = Days.of(3, silentSince(36, perDay(48)));
            assertThat(judge.look(hours, Cause.WE_FAILED, since(24, Cause.WENT_QUIET)))
                    .asInstanceOf(InstanceOfAssertFactories.type(Changes.class))
                    .satisfies(c -> assertThat(c.cause()).isEqualTo(Cause.WE_FAILED));
            assertThat(judge.look(hours, Cause.WE_FAILED, since(0, Cause.WENT_QUIET)))
                    .isInstanceOf(Lasts.class);
        }

        @Test
        void neverTakesSilenceForUsual_howeverLong() {
            assertThat(judge.look(
                            Days.of(4, silentSince(34 * 24, perDay(48))),
                            Cause.WENT_QUIET,
                            since(33 * 24, Cause.WENT_QUIET)))
                    .isInstanceOf(Lasts.class);
        }

        @Test
        void isBack_whenItSpeaksAfterWeeks() {
            LongToDoubleFunction back = hour -> Days.ago(hour) < 24 ? 2 : 0;
            assertThat(judge.look(Days.of(5, back), Cause.WENT_QUIET, since(33 * 24, Cause.WENT_QUIET)))
                    .isInstanceOf(Ends.class);
        }
    }

    @Test
    void ringsNotAgain_forTheHoursBeforeItsEnd() {
        var ended = Days.NOW.minus(Duration.ofHours(3));
        var over = new Episode(
                FEED,
                Cause.WENT_QUIET,
                new Shortfall(12, 0, 24, 1e-8, 28),
                ended.minusSeconds(90_000),
                ended,
                2,
                ended);
        LongToDoubleFunction back = hour -> Days.ago(hour) < 36 && Days.ago(hour) > 4 ? 0 : 2;
        assertThat(judge.look(Days.of(6, back), Cause.WENT_QUIET, null)).isInstanceOf(Begins.class);
        assertThat(judge.look(Days.of(6, back), Cause.WENT_QUIET, over)).isInstanceOf(Nothing.class);
    }

    @Test
    void ringsAgain_whenANewSilenceBegins() {
        var ended = Instant.from(Days.NOW.minus(Duration.ofHours(30)));
        var over = new Episode(
                FEED,
                Cause.WENT_QUIET,
                new Shortfall(12, 0, 24, 1e-8, 28),
                ended.minusSeconds(90_000),
                ended,
                2,
                ended);
        assertThat(judge.look(Days.of(7, silentSince(25, perDay(48))), Cause.WENT_QUIET, over))
                .isInstanceOf(Begins.class);
    }
}
