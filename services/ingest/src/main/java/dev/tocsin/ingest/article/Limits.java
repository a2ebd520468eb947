package dev.tocsin.ingest.article;

/**
 * How much of an article is taken on, in UTF-16 units, so that no feed decides about our memory.
 *
 * @param text the body, at most {@link #MOST}
 */
public record Limits(int text) {
    /** Three bytes a unit, and the message still fits into the channel's four megabytes. */
    public static final int MOST = 1_000_000;

    static final int TITLE = 1_000;
    static final int NAME = 300;
    static final int GUID = 2_048;
    static final int SUMMARY = 5_000;
    static final int MEDIA = 20;

    public Limits {
        if (text < 1 || text > MOST) {
            throw new IllegalArgumentException("'tocsin.ingest.text-limit' is " + text + ", expected 1 to " + MOST);
        }
    }
}
