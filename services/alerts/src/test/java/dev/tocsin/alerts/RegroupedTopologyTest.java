package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegroupedTopologyTest {
    @TempDir
    private Path folder;

    @Test
    void withdrawsTheAlertOfTheStoryThatEnds_andTellsTheOtherOnce() {
        try (var run = new TopologyRun(Settings.in(folder))) {
            run.publish(Merging.DOCKERS);
            run.publish(Merging.FERRIES);
            run.publish(Merging.BOTH);
            run.publish(Merging.BOTH);

            var alerts = run.alerts();
            var dockers = alerts.get(0).story();
            var ferries = alerts.get(1).story();
            assertThat(alerts)
                    .filteredOn(a -> a.story().equals(ferries))
                    .satisfiesExactly(first -> assertThat(first.msgType()).isEqualTo(Alert.MsgType.Alert), last -> {
                        assertThat(last.msgType()).isEqualTo(Alert.MsgType.Cancel);
                        assertThat(last.revision()).isEqualTo(2);
                        assertThat(last.changes()).singleElement().satisfies(change -> {
                            assertThat(change.kind()).isEqualTo("merged");
                            assertThat(change.text()).contains("Dockers block the harbour of Veltrova");
                            assertThat(change.after()).isEqualTo(dockers);
                        });
                    });
            assertThat(alerts)
                    .filteredOn(a -> a.story().equals(dockers))
                    .extracting(Alert::msgType)
                    .containsExactly(Alert.MsgType.Alert, Alert.MsgType.Update);
            assertThat(run.stories())
                    .filteredOn(s -> s.id().equals(ferries))
                    .last()
                    .satisfies(s -> {
                        assertThat(s.state()).isEqualTo(Story.State.MERGED);
                        assertThat(s.mergedInto()).isEqualTo(dockers);
                    });
            assertThat(run.held(StoryProcessor.STORIES)).isEqualTo(1);
        }
    }

    @Test
    void withdrawsNothingOfAMutedStory_thatEnds() {
        try (var run = new TopologyRun(Settings.in(folder))) {
            run.publish(Merging.DOCKERS);
            run.alerts();
            run.publish(Merging.FERRIES);
            var ferries = run.alerts().getFirst().story();
            run.decide(
                    new Verdict("v1", ferries, "protests", Verdict.Kind.MUTED, "ada", Settings.NOW, null, null, null));
            run.publish(Merging.BOTH);

            assertThat(run.alerts()).noneMatch(a -> a.msgType() == Alert.MsgType.Cancel);
        }
    }

    @Test
    void holdsNoMoreThanItMay_whenATopicIsFlooded() {
        var flood = Map.of("tocsin.alerts.max-open-stories", "20", "tocsin.alerts.article-memory", "1d");
        try (var run = new TopologyRun(Settings.in(folder, flood))) {
            for (int i = 0; i < 120; i++) {
                var word = Integer.toString(i * 7919, 36);
                run.publish(article("flood-" + i)
                        .from("s" + i % 40 + ".example")
                        .titled("Event " + word + " in Town" + word)
                        .saying("Something " + word + "x happened in Town" + word + " to Mister" + word + ".")
                        .after(Duration.ofMillis(20L * i)));
            }
            assertThat(run.held(StoryProcessor.STORIES)).isLessThanOrEqualTo(20);
            assertThat(run.held(StoryProcessor.ARTICLES)).isEqualTo(120);

            for (int minute = 0; minute < 10; minute++) {
                run.publish(article("later-" + minute)
                        .saying("Nothing much.")
                        .after(Duration.ofDays(2).plusMinutes(2L * minute)));
            }
            assertThat(run.held(StoryProcessor.ARTICLES)).isLessThanOrEqualTo(20);
            assertThat(run.deadLetters()).isEmpty();
        }
    }
}
