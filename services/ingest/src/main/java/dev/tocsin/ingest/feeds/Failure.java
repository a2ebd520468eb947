package dev.tocsin.ingest.feeds;

import java.util.Locale;

/** The kinds of failure of a poll: few, because each is the value of a metric's label. */
public enum Failure {
    HTTP_STATUS,
    TIMED_OUT,
    TOO_LARGE,
    UNREACHABLE,
    FORBIDDEN_ADDRESS,
    REDIRECTS,
    FILE,
    NOT_A_FEED,
    BROKEN_XML,
    DTD,
    /** A mistake of ours, not of the feed. */
    INTERNAL;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
