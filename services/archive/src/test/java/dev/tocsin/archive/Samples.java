package dev.tocsin.archive;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.Claim;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Place;
import dev.tocsin.contracts.Source;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.StoryOrigin;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages for tests, of invented sources. */
final class Samples {
    /** With nanoseconds, which a BSON date cannot hold. */
    static final Instant AT = Instant.parse("2022-01-06T20:00:00.123456789Z");

    private Samples() {}

    static ClassifiedArticle article(String id, int revision, Instant published) {
        return article(id, revision, published, "it", "protests", "Proteste ad Almaty", "Il testo di " + id);
    }

    static ClassifiedArticle article(
            String id,
            int revision,
            @Nullable Instant published,
            String language,
            String topic,
            String title,
            String text) {
        var source = new Source(language + ".example", "The Example", "IT", "C");
        var fetched = new FetchedArticle(
                id,
                revision,
                "https://news.example/" + id,
                null,
                null,
                title,
                text,
                null,
                null,
                published,
                AT,
                false,
                "f1",
                source,
                Origin.UNKNOWN,
                List.of(),
                null);
        var hit = new TopicHit(topic, 3, 0.75, List.of(new Evidence("s", Field.TITLE, 0, 8, "proteste")));
        return new ClassifiedArticle(
                new DetectedArticle(fetched, new DetectedLanguage(language, 1, null)),
                AT,
                List.of(hit),
                List.of(),
                List.of(new Place("almaty", "Almaty", "KZ", 43.25, 76.95, 0, 6)),
                List.of(new Claim(
                        "killed", 18L, null, "security", null, "official", LocalDate.of(2022, 1, 6), "18", 0, 2)),
                List.of(),
                null,
                List.of("a", "b"));
    }

    /** The same revision, saying what it changed. */
    static ClassifiedArticle changed(ClassifiedArticle article, ArticleChange... changes) {
        var fetched = article.fetched();
        var edited = fetched.revised(fetched.revision(), List.of(changes), fetched.fetchedAt());
        return new ClassifiedArticle(
                new DetectedArticle(edited, article.detected().language()),
                article.classifiedAt(),
                article.topics(),
                article.actors(),
                article.places(),
                article.claims(),
                article.reactions(),
                article.fingerprint(),
                article.signature());
    }

    static Story story(String id, int revision, Instant lastSeen, Story.State state, String... articles) {
        return new Story(
                id,
                "protests",
                revision,
                "Headline " + revision,
                "it",
                AT,
                lastSeen,
                List.of("it"),
                articles.length,
                1,
                List.of(new StoryOrigin("it.example", "The Example", "it", AT, null, List.of(articles))),
                List.of(),
                List.of(),
                List.of(),
                null,
                state,
                null,
                false,
                null);
    }

    static Alert alert(String story, int revision, String topic, Instant alerted) {
        return new Alert(
                story,
                topic,
                revision,
                revision == 1 ? Alert.MsgType.Alert : Alert.MsgType.Update,
                Alert.Status.Actual,
                Alert.Urgency.Immediate,
                Alert.Severity.Severe,
                Alert.Certainty.Likely,
                "Headline " + revision,
                "it",
                List.of(),
                List.of(new Alert.Change("articles", "one more article", "1", "2")),
                revision,
                1,
                List.of("it"),
                null,
                new Alert.Times(null, AT, AT, alerted),
                List.of());
    }

    static Verdict verdict(String id, String story, Verdict.Kind kind, Instant at) {
        return new Verdict(id, story, "protests", kind, "ada", at, null, null, null);
    }

    static TopicPack topic(String id, int version, String name) {
        return new TopicPack(
                id,
                version,
                Map.of("en", name),
                null,
                List.of(),
                0.5,
                2,
                List.of(new TopicPack.Signal("s", 0.5, Map.of("mul", List.of("word")))),
                List.of(),
                new TopicPack.Examples(List.of(), List.of()));
    }
}
