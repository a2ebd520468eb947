package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import dev.tocsin.dashboard.charts.Outlines;
import dev.tocsin.dashboard.words.Catalogue;
import dev.tocsin.dashboard.words.Language;
import dev.tocsin.dashboard.words.Speech;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryViewTest {
    private static final Speech ENGLISH = new Catalogue().speech(Language.ENGLISH, "story");
    private static final String ALERT =
            """
            {"story":"s","topic":"protests","revision":%d,"msgType":"Update","status":"%s","urgency":"Immediate",
             "severity":"Severe","certainty":"Likely","headline":"Crowds gather","language":"en","why":[],
             "changes":[{"kind":"articles","text":"more"}],"articleCount":3,"independentOrigins":2,
             "languages":["en","kk"],"times":{"published":null,"fetched":"2022-01-05T12:00:00Z",
             "classified":"2022-01-05T12:00:00.1Z","alerted":"2022-01-05T12:00:00.25Z"},"links":[]%s}""";
    private static final String STORY =
            """
            {"id":"s","topic":"protests","revision":9,"headline":"","language":"kk","firstSeen":"2022-01-05T11:00:00Z",
             "lastSeen":"2022-01-05T12:00:00Z","languages":["kk"],"articleCount":4,"independentOrigins":1,
             "state":"merged","mergedInto":"t"}""";
    private static final Map<String, String> NAMES = Map.of("protests", "Protests");

    private static AlertHistory history(String more) throws Exception {
        return AlertHistory.read(ALERT.formatted(2, "Actual", more).getBytes());
    }

    private static StoryView view(@Nullable Story story, @Nullable AlertHistory history, Map<String, String> names) {
        var dossier = new Dossier(
                Optional.ofNullable(story),
                Optional.ofNullable(history),
                List.of(),
                false,
                List.of(),
                List.of(),
                names,
                ENGLISH);
        return StoryView.of(dossier, Outlines.none(), null, null);
    }

    @Test
    void showsTheAlert_whileTheStoryIsNotArchived() throws Exception {
        var view = view(null, history(""), NAMES);

        assertThat(view.head().headline()).isEqualTo("Crowds gather");
        assertThat(view.head().topicName()).isEqualTo("Protests");
        assertThat(view.head().state()).isNull();
        assertThat(view.head().languages()).extracting(HeadView.Language::name).containsExactly("English", "Kazakh");
        assertThat(view.alert().latencies()).containsExactly("0.25 s from fetch to alert");
        assertThat(view.alert().times().getFirst().text()).isEqualTo("unknown");
    }

    @Test
    void showsTheStory_whileItHasNotRung() throws Exception {
        var story = Json.read(STORY.getBytes(), Story.class);

        var view = view(story, null, Map.of());

        assertThat(view.alert()).isNull();
        assertThat(view.head().headline()).isEqualTo("(no headline)");
        assertThat(view.head().topicName()).isEqualTo("protests");
        assertThat(view.head().state()).isEqualTo("merged");
        assertThat(view.head().mergedInto()).isEqualTo("t");
    }

    /** An old feed that is read today tells of it years later. */
    @Test
    void drawsWhatHappenedAtItsOwnLength_howeverLateItWasTold() throws Exception {
        var story = Json.read(STORY.getBytes(), Story.class);
        var late = ALERT.formatted(2, "Actual", "").replace("\"alerted\":\"2022", "\"alerted\":\"2026");

        var timeline = view(story, AlertHistory.read(late.getBytes()), NAMES).timeline();

        assertThat(timeline.marks()).contains("late").doesNotContain("alert");
        assertThat(timeline.drawing().wide())
                .contains("flag late")
                .contains(":")
                .doesNotContain("2026");
        assertThat(timeline.events().getLast().at().text()).contains("2026");
        assertThat(view(story, history(""), NAMES).timeline().marks())
                .contains("alert")
                .doesNotContain("late");
    }

    @Test
    void ordersRevisionsAndVerdicts_theLatestFirst() throws Exception {
        var verdict =
                "{\"id\":\"%s\",\"story\":\"s\",\"topic\":\"protests\",\"verdict\":\"muted\",\"by\":\"Dana\",\"at\":\"%s\"}";
        var history = history(",\"revisions\":[%s,%s],\"verdicts\":[%s,%s]"
                .formatted(
                        ALERT.formatted(1, "Actual", ""),
                        ALERT.formatted(2, "Actual", ""),
                        verdict.formatted("v1", "2022-01-05T12:01:00Z"),
                        verdict.formatted("v2", "2022-01-05T12:02:00Z")));

        var view = view(null, history, NAMES);

        assertThat(view.revisions().revisions())
                .extracting(RevisionsView.Revision::number)
                .containsExactly(2, 1);
        assertThat(view.alert().verdicts())
                .extracting(v -> v.at().iso())
                .containsExactly("2022-01-05T12:02:00Z", "2022-01-05T12:01:00Z");
    }

    @Test
    void callsAReplayAnExercise() throws Exception {
        var replayed = AlertHistory.read(ALERT.formatted(1, "Exercise", "").getBytes());

        var view = view(null, replayed, NAMES);

        assertThat(view.alert().exercise()).isTrue();
    }
}
