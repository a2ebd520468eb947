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
 * @param origins the independent first publishers that are counted, with who repeats them; at most 20
 * @param names the actors named in the article that caused this revision, each in the spelling it was known by; at
 *     most 20
 * @param places that the story's articles name; at most 20
 * @param countries ISO 3166-1 alpha-2 of the story's places
 * @param acknowledgedBy who took it on; null while nobody did
 * @param exercise of a replay, the number of the play that its articles belong to, as they say it
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
        List<Link> links,
        List<Origin> origins,
        List<Name> names,
        List<Where> places,
        List<String> countries,
        @Nullable String acknowledgedBy,
        @Nullable Integer exercise) {
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
        origins = Checks.list(origins);
        names = Checks.list(names);
        places = Checks.list(places);
        countries = Checks.names(countries, "countries");
    }

    /** An alert that names no origins, actors and places, such as one on coverage. */
    public Alert(
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
        this(
                story,
                topic,
                revision,
                msgType,
                status,
                urgency,
                severity,
                certainty,
                headline,
                language,
                why,
                changes,
                articleCount,
                independentOrigins,
                languages,
                credibility,
                times,
                links,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
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
     * @param kind what sort of change; the words in use and their meaning stand in docs/contracts.md
     * @param text for people, in English
     * @param before the old value; null where there was none
     * @param after the new value; null where it is gone
     * @param detail what the text says beside them; null where they say all, and in alerts from before it was there
     */
    public record Change(
            String kind, String text, @Nullable String before, @Nullable String after, @Nullable Detail detail) {
        public Change {
            Checks.required(kind, "change.kind");
            Checks.required(text, "change.text");
        }

        /** A change that its values say all of. */
        public Change(String kind, String text, @Nullable String before, @Nullable String after) {
            this(kind, text, before, after, null);
        }
    }

    /**
     * What a change is about, so that it can be told in other languages than that of its text.
     *
     * @param what of a figure what is counted, such as {@code killed} or {@code killed/security}; of a reaction whom or what
     *     it is towards
     * @param who of a figure its speaker, or who ended it; of a reaction the actor; of an origin its name
     * @param how of a figure {@code official}, {@code part}, or the reason why it ended; of a burst
     *     {@code begun} or {@code grown}
     * @param against of a figure what another voice says instead
     */
    public record Detail(@Nullable String what, @Nullable String who, @Nullable String how, @Nullable String against) {}

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

    /**
     * An independent first publisher that is counted.
     *
     * @param source id of the source
     * @param name of the source
     * @param reliability NATO/Admiralty grade A to F; null where nobody judged it
     * @param articles how many articles rest on it, its own included
     * @param repeatedBy names of the other sources whose articles rest on it, such as copies and translations
     */
    public record Origin(
            String source, String name, @Nullable String reliability, int articles, List<String> repeatedBy) {
        public Origin {
            Checks.required(source, "origins.source");
            Checks.required(name, "origins.name");
            Checks.atLeast(0, articles, "origins.articles");
            repeatedBy = Checks.names(repeatedBy, "origins.repeatedBy");
        }
    }

    /**
     * An actor, and the spelling it was recognised by.
     *
     * @param actor id in the list of actors
     * @param name its English name
     * @param spelling as the article writes it
     */
    public record Name(String actor, String name, String spelling, String article) {
        public Name {
            Checks.required(actor, "names.actor");
            Checks.required(name, "names.name");
            Checks.required(spelling, "names.spelling");
            Checks.required(article, "names.article");
        }
    }

    /**
     * A place of the story.
     *
     * @param id in the list of places
     * @param name its English name
     * @param country ISO 3166-1 alpha-2
     */
    public record Where(String id, String name, @Nullable String country) {
        public Where {
            Checks.required(id, "places.id");
            Checks.required(name, "places.name");
        }
    }
}
