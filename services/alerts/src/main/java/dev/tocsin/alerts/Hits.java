package dev.tocsin.alerts;

import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicHit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What stories need of an article: of each topic that it hits, that hit alone. */
final class Hits {
    /** Longer texts are cut: internal channels need not carry megabytes twice. Evidence beyond the cut is left out. */
    private static final int LONGEST_TEXT = 100_000;

    private Hits() {}

    /** An article for the stories of one topic, with the time of its news, so that stream time there is the time of the news. */
    record Hit(String topic, Intake.Article article, Instant at) {}

    /** One for each topic. */
    static List<Hit> of(ClassifiedArticle article, Instant written) {
        var at = Sighting.clock(article.fetched(), written);
        var seen = new HashSet<String>();
        var hits = new ArrayList<Hit>();
        for (var hit : article.topics()) {
            if (seen.add(hit.topic()) && makesStories(article, hit)) {
                hits.add(new Hit(hit.topic(), new Intake.Article(narrowed(article, hit)), at));
            }
        }
        return hits;
    }

    /** An article that only the archive wants classified anew makes none; else, as an exercise, for the topic that was asked. */
    private static boolean makesStories(ClassifiedArticle article, TopicHit hit) {
        var anew = article.detected().reclassify();
        return anew == null || anew.exercise() && anew.topic().equals(hit.topic());
    }

    private static ClassifiedArticle narrowed(ClassifiedArticle whole, TopicHit hit) {
        var article = whole.fetched();
        var cut = new FetchedArticle(
                article.id(),
                article.revision(),
                article.url(),
                article.canonicalUrl(),
                article.externalId(),
                article.title(),
                cut(article.text()),
                null,
                article.author(),
                article.publishedAt(),
                article.fetchedAt(),
                article.replay(),
                article.feed(),
                article.source(),
                article.origin(),
                List.of(),
                article.declaredLanguage(),
                article.changed());
        return new ClassifiedArticle(
                new DetectedArticle(cut, whole.detected().language()),
                whole.classifiedAt(),
                List.of(new TopicHit(hit.topic(), hit.version(), hit.score(), within(hit.evidence()))),
                whole.actors(),
                whole.places(),
                whole.claims(),
                whole.reactions(),
                whole.fingerprint(),
                whole.signature());
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }

    private static List<Evidence> within(List<Evidence> evidence) {
        return evidence.stream()
                .filter(e -> e.field() == Field.TITLE || e.end() < LONGEST_TEXT)
                .toList();
    }
}
