package dev.tocsin.dashboard;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.TopicPack;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Invented messages. */
final class Samples {
    static final Instant TIME = Instant.parse("2022-01-05T12:00:00Z");
    static final String HOSTILE = "<script>alert(1)</script> \" onmouseover=\"alert(2)";
    static final String TEXT = "Protesters marched through the square. <img src=x onerror=alert(3)>";

    private Samples() {}

    /** An alert that rings now. */
    static Alert alert(String story, int revision, String headline) {
        return alert(story, revision, headline, Instant.now());
    }

    static Alert alert(String story, int revision, String headline, Instant alerted) {
        return new Alert(
                story,
                "protests",
                revision,
                revision == 1 ? Alert.MsgType.Alert : Alert.MsgType.Update,
                Alert.Status.Actual,
                Alert.Urgency.Immediate,
                Alert.Severity.Severe,
                Alert.Certainty.Likely,
                headline,
                "en",
                List.of(new Alert.Why("article-1", "en", 1, "crowd", "protester*", Field.TEXT, 0, 10, TEXT)),
                List.of(new Alert.Change("new-origin", "Steppe Wire reports it too", "1", "2")),
                2,
                1,
                List.of("en", "ru"),
                null,
                new Alert.Times(TIME, TIME.plusSeconds(60), TIME.plusSeconds(61), alerted),
                List.of(new Alert.Link("article-1", "https://wire.example/1", HOSTILE, "Steppe Wire", "en")));
    }

    /** What alerts tells of a burst: no story is behind it, but articles are. */
    static Alert burst(String story) {
        var now = Instant.now();
        return new Alert(
                story,
                "protests",
                1,
                Alert.MsgType.Alert,
                Alert.Status.Actual,
                Alert.Urgency.Immediate,
                Alert.Severity.Minor,
                Alert.Certainty.Observed,
                "Almaty in protests: 9 articles of 4 origins in 3 hours, usually 1",
                "en",
                List.of(new Alert.Why(
                        "article-1", "en", 1, "burst", "P(X ≥ 9) = 2e-05", Field.TITLE, 0, 0, "Crowds gather")),
                List.of(new Alert.Change("burst", "9 articles of 4 origins in 3 hours, usually 1", "1", "9")),
                9,
                4,
                List.of("en"),
                null,
                new Alert.Times(TIME, TIME.plusSeconds(60), TIME.plusSeconds(61), now),
                List.of(new Alert.Link("article-1", "https://wire.example/1", "Crowds gather", "Steppe Wire", "en")));
    }

    /** What ingest tells of a feed: no story and no article is behind it. */
    static Alert silence(String story, int revision, Alert.MsgType type, String headline) {
        var now = Instant.now();
        return new Alert(
                story,
                "coverage",
                revision,
                type,
                Alert.Status.Actual,
                Alert.Urgency.Expected,
                Alert.Severity.Minor,
                Alert.Certainty.Observed,
                headline,
                "en",
                List.of(new Alert.Why(
                        "feed:feed-1",
                        "und",
                        1,
                        "went-quiet",
                        "P(X ≤ 0) = 1.0e-09",
                        Field.TITLE,
                        0,
                        0,
                        "Courier: 48 fewer")),
                List.of(new Alert.Change("silence", "nothing in 12 h, usually 48", "48", "0")),
                0,
                0,
                List.of(),
                null,
                new Alert.Times(null, now, now, now),
                List.of());
    }

    static Story story(String id) {
        return new Story(
                id,
                "protests",
                1,
                HOSTILE,
                "en",
                TIME,
                TIME,
                List.of("en"),
                2,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                Story.State.OPEN,
                null,
                false,
                null);
    }

    static ClassifiedArticle article(String id, String url) {
        var fetched = new FetchedArticle(
                id,
                1,
                url,
                null,
                null,
                HOSTILE,
                TEXT,
                null,
                HOSTILE,
                TIME,
                TIME.plusSeconds(60),
                false,
                "feed-1",
                new Source("wire.example", "Steppe Wire", "KZ", "B"),
                Origin.UNKNOWN,
                List.of(),
                null);
        var hit = new TopicHit(
                "protests",
                1,
                0.8,
                List.of(
                        new Evidence("crowd", Field.TEXT, 0, 10, "protester\"*"),
                        new Evidence("far", Field.TEXT, 9000, 9009, "nowhere")));
        return new ClassifiedArticle(
                new DetectedArticle(fetched, new DetectedLanguage("en", 0.99, null)),
                TIME.plusSeconds(61),
                List.of(hit),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    static TopicPack pack(String id, int version, String term) {
        var signal = new TopicPack.Signal("word", 1, Map.of("en", List.of(term)));
        return new TopicPack(id, version, Map.of("en", id), null, List.of(), 0.5, 1, List.of(signal), List.of(), null);
    }
}
