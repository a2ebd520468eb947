package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks and dates that are wrong: nothing may be lost by them. */
class BadDaysTest {
    @TempDir
    private Path folder;

    private TopologyRun run;

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
}
