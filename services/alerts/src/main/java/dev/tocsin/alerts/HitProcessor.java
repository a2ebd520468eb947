package dev.tocsin.alerts;

import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicHit;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes one message for each topic that an article hits, keyed by the topic, with that hit alone and without what stories
 * do not need. Its timestamp is the article's, so that stream time behind the repartition is the time of the news. A
 * verdict goes to its topic, with no time of its own: people decide today on the news of a replay.
 */
final class HitProcessor extends ContextualProcessor<String, Reading, String, Intake> {
    private static final long NO_TIME = 0;

    /** Longer texts are cut: internal topics need not carry megabytes twice. Evidence beyond the cut is left out. */
    private static final int LONGEST_TEXT = 100_000;

    @Override
    public void process(Record<String, Reading> record) {
        if (record.value() instanceof Reading.Article(var article)) {
            var written = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
            long time = Sighting.clock(article.fetched(), written).toEpochMilli();
            var seen = new HashSet<String>();
            for (var hit : article.topics()) {
                if (seen.add(hit.topic()) && makesStories(article, hit)) {
                    var narrowed = new Intake.Article(narrowed(article, hit));
                    context().forward(new Record<>(hit.topic(), narrowed, time, record.headers()));
                }
            }
        }
        if (record.value() instanceof Reading.Decision(var verdict)) {
            context().forward(new Record<>(verdict.topic(), new Intake.Decision(verdict), NO_TIME, record.headers()));
        }
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
                article.changed(),
                article.exercise());
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
