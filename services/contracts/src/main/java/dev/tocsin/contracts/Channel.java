package dev.tocsin.contracts;

import java.util.Arrays;
import java.util.Optional;

/** The catalogue of channels: every Kafka topic of Tocsin, what travels on it, and how long Kafka keeps it. */
public enum Channel {
    /** Articles as ingest read them. Key: article id. */
    ARTICLES_FETCHED("articles-fetched", "article.fetched", FetchedArticle.class, Retention.ERASABLE),
    /** Articles whose language is known. Key: article id. */
    ARTICLES_DETECTED("articles-detected", "article.detected", DetectedArticle.class, Retention.ERASABLE),
    /** Articles with the topics they belong to. Key: article id. */
    ARTICLES_CLASSIFIED("articles-classified", "article.classified", ClassifiedArticle.class, Retention.ERASABLE),
    /** The latest revision of each story. Key: story id. */
    STORIES("stories", "story", Story.class, Retention.LATEST),
    /** What desks are told. Key: story id. */
    ALERTS("alerts", "alert", Alert.class, Retention.TIME),
    /** What analysts decide on alerts. Key: story id. */
    VERDICTS("verdicts", "verdict", Verdict.class, Retention.TIME),
    /** The latest version of each topic pack. Key: topic id. */
    TOPICS("topics", "topic", TopicPack.class, Retention.LATEST),
    /** Messages that could not be handled, with the reason. Key: the key of the message that failed. */
    DEAD_LETTERS("dead-letters", "dead-letter", DeadLetter.class, Retention.TIME);

    /** How Kafka keeps a channel. */
    public enum Retention {
        /** All messages for a time. */
        TIME,
        /** The latest message of each key. */
        LATEST,
        /**
         * All messages for some days, then the latest of each key, and that for a time: so that a message without a value, which says that
         * an article was erased, takes away what was said of it before.
         */
        ERASABLE
    }

    /** The version of every channel; a break of a contract is a new channel, not a new meaning. */
    public static final int VERSION = 1;

    /** The default of the configurable prefix. */
    public static final String DEFAULT_PREFIX = "tocsin";

    private final String slug;
    private final String subjectType;
    private final Class<? extends Record> message;
    private final Retention retention;

    Channel(String slug, String subjectType, Class<? extends Record> message, Retention retention) {
        this.slug = slug;
        this.subjectType = subjectType;
        this.message = message;
        this.retention = retention;
    }

    /** The Kafka topic, such as {@code tocsin.alerts.v1}. */
    public String kafkaTopic(String prefix) {
        return prefix + "." + slug + ".v" + VERSION;
    }

    /** The channel's name without prefix and version, such as {@code articles-fetched}. */
    public String slug() {
        return slug;
    }

    /** The CloudEvents {@code type} of its messages, such as {@code dev.tocsin.article.fetched.v1}. */
    public String eventType() {
        return "dev.tocsin." + subjectType + ".v" + VERSION;
    }

    public Class<? extends Record> message() {
        return message;
    }

    public Retention retention() {
        return retention;
    }

    /** The channel behind a Kafka topic's name, whatever its prefix; empty where the name is none of ours. */
    public static Optional<Channel> ofKafkaTopic(String kafkaTopic) {
        return Arrays.stream(values())
                .filter(c -> kafkaTopic.endsWith("." + c.slug + ".v" + VERSION))
                .findFirst();
    }
}
