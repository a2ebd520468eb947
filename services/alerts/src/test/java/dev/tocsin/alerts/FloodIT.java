package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flood of one topic: nothing is lost, and what is kept stays bounded. */
class FloodIT {
    private static final int FLOOD = 100_000;
    private static final int EVENTS = 3_000;

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
    void losesNothing_whenOneTopicHasAHundredThousandArticlesInAMinute() {
        Map<String, Integer> counted = new HashMap<>();
        Map<String, Integer> revisions = new HashMap<>();
        int alerts = 0;
        long begun = System.nanoTime();
        long half = 0;
        for (int i = 0; i < FLOOD; i++) {
            var at = MORNING.plusMillis(60_000L * i / FLOOD);
            run.publish(new Event(i % EVENTS).told(i).at(at, at.plusSeconds(60)));
            if (i % 500 == 499) {
                for (var story : run.stories()) {
                    assertThat(story.revision()).isEqualTo(revisions.merge(story.id(), 1, Integer::sum));
                    counted.put(story.id(), story.articleCount());
                }
                alerts += run.alerts().size();
                assertThat(run.deadLetters()).isEmpty();
                run.drain();
            }
            half = i == FLOOD / 2 ? heldBytes() : half;
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        long full = heldBytes();
        System.out.printf(
                "alerts: %,d articles of one topic in a minute: %,d/s, %,d stories, %,d alerts, %d MB, %d MB at the half%n",
                FLOOD, FLOOD / Math.max(1, seconds), counted.size(), alerts, full >> 20, half >> 20);

        assertThat(counted.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(FLOOD);
        assertThat(run.held(StoryProcessor.ARTICLES)).isEqualTo(FLOOD);
        assertThat(run.held(StoryProcessor.STORIES)).isLessThanOrEqualTo(2_000 + 500);
        assertThat(run.held(BurstBell.ARTICLES)).isLessThanOrEqualTo(300);
        assertThat(run.held(BurstBell.RATES)).isLessThanOrEqualTo(300);
        // the driver keeps no message that was read, so what grows from here on would be ours
        assertThat(full - half).isLessThan(40L << 20);
    }

    /** What the heap holds after it was cleared. */
    private static long heldBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
