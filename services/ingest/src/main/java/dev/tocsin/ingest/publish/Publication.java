package dev.tocsin.ingest.publish;

/** What became of one article. */
public enum Publication {
    /** Sent for the first time, acknowledged and marked. */
    PUBLISHED,
    /** An edit of it went out as its next revision. */
    REVISED,
    /** It went out before, or came twice in this batch, or another batch has just published it. */
    DUPLICATE,
    /** It was edited, and the edit is kept back: too small, one too many today, or back to what it was. */
    HELD,
    /** Not acknowledged and not marked: offering it again is right. */
    FAILED
}
