package dev.tocsin.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.alerts.story.Lane;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class DueStoriesTest {
    private static final Lane LANE = new Lane(Articles.TOPIC, false);

    private final KeyValueStore<String, String> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("due"), Serdes.String(), Serdes.String())
            .withLoggingDisabled()
            .build();

    DueStoriesTest() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    @Test
    void goesOnWithALanesTime_whereARestartInterruptedIt() {
        new DueStories(store, 1_000).articleCame(LANE, 5_000);
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
        due.articleCame(LANE, 5_000);
        due.articleCame(LANE, 5_999);
        assertThat(new DueStories(store, 0).idle(LANE, Articles.MORNING, 5_999))
                .isEqualTo(Articles.MORNING.plusMillis(999));
        due.articleCame(LANE, 6_000);
        assertThat(new DueStories(store, 0).idle(LANE, Articles.MORNING, 6_000)).isEqualTo(Articles.MORNING);
    }
}
