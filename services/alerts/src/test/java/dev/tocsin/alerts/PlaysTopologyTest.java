package dev.tocsin.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same news played again: another exercise, whatever came of the one before. */
class PlaysTopologyTest {
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
    void ringAsTheyDidTheFirstTime_andSayWhichTheyAre() {
        run.publish(told(1).replayed());
        // the time of the first play is long over when the second begins
        run.publish(new Event(2).told(9).replayed().after(Duration.ofDays(9)));
        var first = run.alerts().getFirst();

        run.publish(told(1).inPlay(2));
        var second = run.alerts();
        assertThat(second).singleElement().satisfies(alert -> {
            assertThat(alert.exercise()).isEqualTo(2);
            assertThat(alert.status()).isEqualTo(Alert.Status.Exercise);
            assertThat(alert.msgType()).isEqualTo(Alert.MsgType.Alert);
            assertThat(alert.headline()).isEqualTo(first.headline());
            assertThat(alert.story()).isNotEqualTo(first.story());
        });
        run.publish(told(2).inPlay(2));
        assertThat(run.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.story()).isEqualTo(second.getFirst().story());
            assertThat(alert.articleCount()).isEqualTo(2);
        });
    }

    @Test
    void endTheStoriesOfThePlayBefore_andKeepNothingOfThem() {
        run.publish(told(1).replayed());
        run.publish(told(1));
        run.stories();
        run.publish(told(1).inPlay(2));

        assertThat(run.stories())
                .extracting(Story::exercise, Story::state)
                .containsExactlyInAnyOrder(tuple(null, Story.State.CLOSED), tuple(2, Story.State.OPEN));
        assertThat(run.held(StoryProcessor.STORIES)).isEqualTo(2);
        run.publish(told(1).inPlay(3));
        assertThat(run.held(StoryProcessor.STORIES)).isEqualTo(2);
        assertThat(run.held(BurstBell.ARTICLES)).isEqualTo(2);
    }

    @Test
    void heedWhatIsDecidedOnTheirOwnStories() {
        run.publish(told(1).replayed());
        run.publish(told(1).inPlay(2));
        var story = run.alerts().getLast().story();
        run.decide(new Verdict(
                "v1", story, "protests", Verdict.Kind.MUTED, "ada", Settings.NOW, null, null, null, null, null, true));
        run.publish(told(2).inPlay(2));
        run.publish(told(3).inPlay(2));
        assertThat(run.alerts()).isEmpty();
    }

    private static Articles told(int article) {
        return new Event(1).told(article);
    }
}
