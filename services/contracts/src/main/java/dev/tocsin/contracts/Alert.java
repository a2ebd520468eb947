package dev.tocsin.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk is told of a story. The words of {@code msgType}, {@code status}, {@code urgency}, {@code severity} and
 * {@code certainty} are those of OASIS CAP 1.2.
 *
 * @param story id of the story, and the key of the message
 * @param revision of the alert: 1 for the first, then one more for each update; not the story's own revision
 * @param why the words that made it ring, with their articles
 * @param changes what is new since the last revision; for the first, what started it
 * @param credibility NATO/Admiralty 1 to 6; null while nothing judges it
 * @param times of the article that caused this revision
 * @param links to the articles behind it, newest first; at most 20
 */
public record Alert(
        String story,
        String topic,
        int revision,
        MsgType msgType,
        Status status,
        Urgency urgency,
        Severity severity,
        Certainty certainty,
        String headline,
        String language,
        List<Why> why,
        List<Change> changes,
        int articleCount,
        int independentOrigins,
        List<String> languages,
        @Nullable Integer credibility,
        Times times,
        List<Link> links) {
    /** CAP 1.2 {@code alert.msgType}. */
    public enum MsgType {
        Alert,
        Update,
        Cancel
    }

    /** CAP 1.2 {@code alert.status}; a replay rings as an exercise. */
    public enum Status {
        Actual,
        Exercise,
        System,
        Test,
        Draft
    }

    /** CAP 1.2 {@code info.urgency}. */
    public enum Urgency {
        Immediate,
        Expected,
        Future,
        Past,
        Unknown
    }

    /** CAP 1.2 {@code info.severity}. */
    public enum Severity {
        Extreme,
        Severe,
        Moderate,
        Minor,
        Unknown
    }

    /** CAP 1.2 {@code info.certainty}. */
    public enum Certainty {
        Observed,
        Likely,
        Possible,
        Unlikely,
        Unknown
    }

    public Alert {
        Checks.required(story, "story");
        Checks.required(topic, "topic");
        Checks.atLeast(1, revision, "revision");
        Checks.required(msgType, "msgType");
        Checks.required(status, "status");
        Checks.required(urgency, "urgency");
        Checks.required(severity, "severity");
        Checks.required(certainty, "certainty");
        Checks.present(headline, "headline");
        Checks.required(language, "language");
        why = Checks.list(why);
        changes = Checks.list(changes);
        languages = Checks.names(languages, "languages");
        Checks.atLeast(0, articleCount, "articleCount");
        Checks.atLeast(0, independentOrigins, "independentOrigins");
        Checks.credibility(credibility);
        Checks.required(times, "times");
        links = Checks.list(links);
    }

    /**
     * A signal that fired in an article of the story.
     *
     * @param version of the topic pack
     * @param term as the pack writes it
     * @param quote the words in the article, in their context
     * @param start first UTF-16 unit in the article's field
     */
    public record Why(
            String article,
            String language,
            int version,
            String signal,
            String term,
            Field field,
            int start,
            int end,
            String quote) {
        public Why {
            Checks.required(article, "why.article");
            Checks.required(language, "why.language");
            Checks.atLeast(1, version, "why.version");
            Checks.required(signal, "why.signal");
            Checks.required(term, "why.term");
            Checks.required(field, "why.field");
            Checks.span(start, end);
            Checks.present(quote, "why.quote");
        }
    }

    /**
     * One difference to the last revision.
     *
     * @param kind such as {@code new-story}, {@code new-origin}, {@code new-language}, {@code articles},
     *     {@code headline}
     * @param text for people, in English
     * @param before the old value; null where there was none
     * @param after the new value; null where it is gone
     */
    public record Change(String kind, String text, @Nullable String before, @Nullable String after) {
        public Change {
            Checks.required(kind, "change.kind");
            Checks.required(text, "change.text");
        }
    }

    /** The four times of the article that caused a revision, never mixed. */
    public record Times(@Nullable Instant published, Instant fetched, Instant classified, Instant alerted) {
        public Times {
            Checks.required(fetched, "times.fetched");
            Checks.required(classified, "times.classified");
            Checks.required(alerted, "times.alerted");
        }
    }

    /** An article behind the alert. */
    public record Link(String article, @Nullable String url, @Nullable String title, String source, String language) {
        public Link {
            Checks.required(article, "link.article");
            Checks.required(source, "link.source");
            Checks.required(language, "link.language");
        }
    }
}
