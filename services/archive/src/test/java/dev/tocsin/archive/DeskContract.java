package dev.tocsin.archive;

import static dev.tocsin.archive.Queries.alerts;
import static dev.tocsin.archive.Queries.ids;
import static dev.tocsin.archive.Queries.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.archive.query.StoryQuery;
import dev.tocsin.archive.view.AlertHead;
import dev.tocsin.archive.view.Standing;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store must do with stories, alerts, verdicts and topics. */
interface DeskContract {
    Instant AT = Samples.AT;

    Store store();

    @Test
    default void keepsTheLatestRevisionOfEachStory() {
        store().saveStories(List.of(
                Samples.story("s1", 2, AT.plusSeconds(5), Story.State.CLOSED),
                Samples.story("s1", 1, AT, Story.State.OPEN),
                Samples.story("s2", 1, AT.plusSeconds(1), Story.State.OPEN)));
        store().saveStories(List.of(Samples.story("s1", 1, AT, Story.State.OPEN)));

        assertThat(store().story("s1")).contains(json(Samples.story("s1", 2, AT.plusSeconds(5), Story.State.CLOSED)));
        assertThat(ids(store().stories(new StoryQuery(null, null, null, 10)))).containsExactly("s1", "s2");
        assertThat(ids(store().stories(new StoryQuery(null, Story.State.OPEN, null, 10))))
                .containsExactly("s2");
        assertThat(ids(store().stories(new StoryQuery("other", null, null, 10))))
                .isEmpty();
        var first = store().stories(new StoryQuery("protests", null, null, 1));
        assertThat(ids(store().stories(new StoryQuery("protests", null, first.next(), 1))))
                .containsExactly("s2");
    }

    @Test
    default void listsAStoryThatRangOnce_withItsLatestAlertAndVerdict() {
        store().saveVerdicts(List.of(Samples.verdict("v1", "s1", Verdict.Kind.MUTED, AT)));
        assertThat(store().alert("s1")).as("judged, but not yet rung").isEmpty();
        assertThat(alerts(store(), null, null).items()).isEmpty();

        store().saveAlerts(List.of(Samples.alert("s1", 2, "protests", AT.plusSeconds(9))));
        store().saveAlerts(List.of(
                Samples.alert("s1", 1, "protests", AT), Samples.alert("s2", 1, "protests", AT.plusSeconds(5))));
        store().saveAlerts(List.of(Samples.alert("s1", 1, "protests", AT)));

        var items = alerts(store(), null, null).items();
        assertThat(items).extracting(AlertHead::story).containsExactly("s1", "s2");
        assertThat(items.getFirst())
                .isEqualTo(new AlertHead(
                        "s1",
                        Samples.alert("s1", 2, "protests", AT.plusSeconds(9)),
                        AT,
                        Samples.verdict("v1", "s1", Verdict.Kind.MUTED, AT)));
        assertThat(alerts(store(), Standing.NEW, null).items())
                .extracting(AlertHead::story)
                .containsExactly("s2");
        assertThat(alerts(store(), Standing.MUTED, null).items())
                .extracting(AlertHead::story)
                .containsExactly("s1");
        assertThat(alerts(store(), null, AT.plusSeconds(6)).items())
                .extracting(AlertHead::story)
                .containsExactly("s1");
    }

    @Test
    default void tellsTheHistoryOfAnAlert_oldestFirst() {
        store().saveAlerts(List.of(
                Samples.alert("s1", 3, "protests", AT.plusSeconds(3)),
                Samples.alert("s1", 1, "protests", AT),
                Samples.alert("s10", 1, "protests", AT),
                Samples.alert("s1", 2, "protests", AT.plusSeconds(2))));
        store().saveVerdicts(List.of(
                Samples.verdict("v2", "s1", Verdict.Kind.RELEVANT, AT.plusSeconds(2)),
                Samples.verdict("v1", "s1", Verdict.Kind.ACKNOWLEDGED, AT.plusSeconds(1)),
                Samples.verdict("v3", "s10", Verdict.Kind.MUTED, AT)));

        var head = store().alert("s1").orElseThrow();

        assertThat(store().revisions(head)).extracting(a -> a.revision()).containsExactly(1, 2, 3);
        assertThat(store().verdicts("s1")).extracting(Verdict::id).containsExactly("v1", "v2");
        assertThat(head.standing()).isEqualTo(Standing.RELEVANT);
    }

    @Test
    default void keepsThePackOfTheHigherVersion_andOfOneVersionTheLater() {
        store().saveTopics(List.of(
                Samples.topic("b", 2, "two"), Samples.topic("b", 1, "one"), Samples.topic("a", 1, "a")));
        store().saveTopics(List.of(Samples.topic("b", 2, "two, corrected")));
        store().saveTopics(List.of(Samples.topic("b", 1, "one")));

        assertThat(store().topics())
                .containsExactly(json(Samples.topic("a", 1, "a")), json(Samples.topic("b", 2, "two, corrected")));

        store().deleteTopic("b");
        assertThat(store().topic("b")).isEmpty();
        store().saveTopics(List.of(Samples.topic("b", 1, "anew")));
        assertThat(store().topic("b")).contains(json(Samples.topic("b", 1, "anew")));
    }

    @Test
    default void keepsNamesThatMeanSomethingToTheStore() {
        var pack = Samples.topic("t", 1, "T");
        var named = new TopicPack(
                "u",
                1,
                Map.of("en", "U", "$set", "x", "a.b", "y", "$date", "z"),
                null,
                List.of(),
                0.5,
                2,
                pack.signals(),
                List.of(),
                pack.examples());

        assertThat(store().saveTopics(List.of(named))).isEmpty();

        assertThat(store().topic("u").orElseThrow()).isEqualTo(json(named));
    }
}
