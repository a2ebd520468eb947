package dev.tocsin.archive;

/** The fields of stored documents that are ours; what the contract says is in {@code message}, unchanged. */
final class Fields {
    static final String ID = "_id";
    /** Grows with each change of a document; writers take turns by it. */
    static final String VERSION = "version";
    /** The contract's JSON, as text. */
    static final String MESSAGE = "message";
    /** The time that lists are sorted by, as a BSON date. */
    static final String AT = "at";

    static final String EXCERPT = "excerpt";
    static final String LANGUAGE = "language";
    /** What came of the last request to classify an article anew: the job, the pack's version, and what changed. */
    static final String RENEWED = "renewed";

    static final String SOURCE = "source";
    static final String STANDING = "standing";
    static final String STATE = "state";
    static final String STORY = "story";
    static final String TEXT = "text";
    static final String TOPIC = "topic";
    static final String TOPICS = "topics";

    private Fields() {}
}
