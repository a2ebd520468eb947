package dev.tocsin.ingest.publish;

/** What became of one article. */
public enum Publication {
    /** Sent, acknowledged and marked. */
    PUBLISHED,
    /** It went out before, or came twice in this batch, or another batch has just published it. */
    DUPLICATE,
    /** Not acknowledged and not marked: offering it again is right. */
    FAILED
}
