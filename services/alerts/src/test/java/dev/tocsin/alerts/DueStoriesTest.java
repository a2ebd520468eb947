package dev.tocsin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.alerts.story.Lane;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueStoriesTest {
    private static final Lane LANE = new Lane(Articles.TOPIC, false, null);

    private final KeyValueStore<String, String> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("due"), Serdes.String(), Serdes.String())
            .withLoggingDisabled()
            .build();

    DueStoriesTest() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    @Test
    void goesOnWithALanesTime_whereARestartInterruptedIt() {
        cameInTime(new DueStories(store, 1_000), 5_000);
        var restarted = new DueStories(store, 60_000);

        assertThat(restarted.idle(LANE, Articles.MORNING, 65_000)).isEqualTo(Articles.MORNING.plusSeconds(60));
        assertThat(restarted.all(LANE)).isEmpty();
    }

    @Test
    void beginsWithTheStart_whereNoArticleEverCame() {
        var due = new DueStories(store, 60_000);

        assertThat(due.idle(LANE, Articles.MORNING, 65_000)).isEqualTo(Articles.MORNING.plusSeconds(5));
    }

    @Test
    void writesTheTimeAtMostOnceASecond() {
        var due = new DueStories(store, 0);
        cameInTime(due, 5_000);
        cameInTime(due, 5_999);
        assertThat(new DueStories(store, 5_999).idle(LANE, Articles.MORNING, 5_999))
                .isEqualTo(Articles.MORNING.plusMillis(999));
        cameInTime(due, 6_000);
        assertThat(new DueStories(store, 6_000).idle(LANE, Articles.MORNING, 6_000))
                .isEqualTo(Articles.MORNING);
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"PT1H", "P20486D"})
    void goesOn_whenTheClockOnTheWallIsPutBack(Duration by) {
        long before = Duration.ofDays(20_486).toMillis();
        long after = before - by.toMillis();
        var due = new DueStories(store, before);
        cameInTime(due, before);

        assertThat(due.idle(LANE, Articles.MORNING, before + 60_000)).isEqualTo(Articles.MORNING.plusSeconds(60));
        assertThat(due.idle(LANE, Articles.MORNING, after)).isEqualTo(Articles.MORNING.plusSeconds(60));
        assertThat(due.idle(LANE, Articles.MORNING, after + 5_000)).isEqualTo(Articles.MORNING.plusSeconds(65));
        assertThat(new DueStories(store, after).idle(LANE, Articles.MORNING, after + 5_000))
                .isEqualTo(Articles.MORNING.plusSeconds(5));
    }

    @Test
    void goesOn_whileArticlesComeOfAnEarlierTime() {
        var due = new DueStories(store, 0);
        cameInTime(due, 1_000);
        for (int second = 2; second <= 60; second++) {
            due.articleCame(LANE, Articles.MORNING.minusSeconds(3_600 - second), Articles.MORNING, second * 1_000L);
        }
        assertThat(due.idle(LANE, Articles.MORNING, 61_000)).isEqualTo(Articles.MORNING.plusSeconds(60));
    }

    private static void cameInTime(DueStories due, long wallClock) {
        due.articleCame(LANE, Articles.MORNING, Articles.MORNING, wallClock);
    }
}
