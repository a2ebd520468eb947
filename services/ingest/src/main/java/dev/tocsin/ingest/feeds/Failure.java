package dev.tocsin.ingest.feeds;

import java.util.Locale;

/** The kinds of failure of a poll: few, because each is the value of a metric's label. */
public enum Failure {
    HTTP_STATUS,
    TIMED_OUT,
    /** Its bytes, packed or unpacked, or its header are beyond a limit. */
    TOO_LARGE,
    /** Its content coding is unknown, broken, stacked too high, or unpacks to suspiciously much. */
    CODING,
    /** The answer breaks the rules of HTTP, or ended before its announced length. */
    BAD_ANSWER,
    UNREACHABLE,
    FORBIDDEN_ADDRESS,
    REDIRECTS,
    /** A page that its host's robots.txt closes to us. */
    ROBOTS,
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
