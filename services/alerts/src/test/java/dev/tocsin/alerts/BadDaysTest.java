package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks and dates that are wrong: nothing may be lost by them. */
class BadDaysTest {
    @TempDir
    private Path folder;

    private TopologyRun run;
    private final List<Alert> rung = new ArrayList<>();

    @BeforeEach
    void start() {
        run = new TopologyRun(Settings.in(folder));
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void losesNothing_whenTheClockOfIngestJumpsADayForwardAndBack() {
        var first = new Event(1).told(1);
        run.publish(first.at(MORNING, MORNING));
        run.publish(new Event(2).told(2).at(MORNING.plus(Duration.ofDays(1)), MORNING.plus(Duration.ofDays(1))));
        run.publish(new Event(1).told(4).at(MORNING.plusSeconds(60), MORNING.plusSeconds(60)));
        run.publish(new Event(3).told(3).at(MORNING.minus(Duration.ofHours(1)), MORNING.minus(Duration.ofHours(1))));

        assertThat(run.deadLetters()).isEmpty();
        assertThat(run.stories()).hasSize(4).last().extracting(Story::state).isEqualTo(Story.State.OPEN);
        assertThat(run.alerts())
                .filteredOn(a -> a.links().stream().anyMatch(l -> l.article().equals(first.id())))
                .extracting(Alert::revision)
                .containsExactly(1, 2);
    }

    @Test
    void ringsForEach_whenDatesAreOfTheFarPastAndTheFarFuture() {
        var dates =
                List.of("0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2199-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
        Set<String> stories = new HashSet<>();
        for (int i = 0; i < dates.size(); i++) {
            run.publish(new Event(i).told(i).at(Instant.parse(dates.get(i)), MORNING.plusSeconds(i)));
            run.alerts().forEach(alert -> stories.add(alert.story()));
        }
        assertThat(stories).hasSize(dates.size());
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void losesNothing_whenTheClockOnTheWallJumps() {
        run.publish(new Event(1).told(1));
        run.driver.advanceWallClockTime(Duration.ofDays(1));
        run.publish(new Event(1).told(4));
        run.publish(new Event(2).told(2));

        assertThat(run.alerts()).hasSize(3);
        assertThat(run.stories()).hasSize(3);
        KeyValueStore<String, String> due = run.driver.getKeyValueStore(StoryProcessor.DUE);
        assertThat(due.approximateNumEntries()).isLessThan(5);
    }

    @Test
    void tellsInTimeWhatWaits_whenTheClocksArePutBackAnHour() {
        var hour = MORNING.plus(Duration.ofHours(1));
        run.publish(new Event(1).told(1).at(hour, hour));
        run.publish(new Event(1).told(2).at(hour.plusSeconds(10), hour.plusSeconds(10)));
        run.publish(new Event(1).told(3).at(hour.plusSeconds(20), hour.plusSeconds(20)));
        // the fourth origin waits for its story's cool-down, which is of a time that comes once more
        run.publish(new Event(1).told(4).at(MORNING.plusSeconds(30), MORNING.plusSeconds(30)));
        assertThat(revisions(1)).containsExactly(1, 2, 3);

        for (int minute = 1; minute <= 6; minute++) {
            var at = MORNING.plus(Duration.ofMinutes(minute));
            run.publish(new Event(10 + minute).told(10 + minute).at(at, at));
            run.driver.advanceWallClockTime(Duration.ofMinutes(1));
        }
        assertThat(revisions(1)).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest(name = "to {0}")
    @ValueSource(strings = {"1970-01-01T00:00:10Z", "2022-01-06T07:00:00Z", "2022-01-06T09:00:00Z"})
    void ringsNothingAnew_whenTheClockOfIngestJumps(Instant to) {
        run.publish(new Event(1).told(1).at(MORNING, MORNING));
        run.publish(new Event(2).told(2).at(MORNING.plusSeconds(1), MORNING.plusSeconds(1)));
        for (int i = 0; i < 10; i++) {
            run.publish(new Event(1 + i % 2).told(3 + i).at(MORNING.plusSeconds(2 + i), to.plusSeconds(i)));
            run.driver.advanceWallClockTime(Duration.ofMinutes(2));
        }
        rung.addAll(run.alerts());
        assertThat(rung.stream()
                        .filter(a ->
                                a.msgType() == Alert.MsgType.Alert && !a.story().startsWith("burst-")))
                .hasSize(2);
        assertThat(rung.stream().map(a -> a.story() + ":" + a.revision())).doesNotHaveDuplicates();
        assertThat(run.deadLetters()).isEmpty();
    }

    /** Of the alerts on the first article of an event. */
    private List<Integer> revisions(int article) {
        rung.addAll(run.alerts());
        return rung.stream()
                .filter(a -> a.links().stream().anyMatch(l -> l.article().equals("e" + article)))
                .map(Alert::revision)
                .toList();
    }
}
