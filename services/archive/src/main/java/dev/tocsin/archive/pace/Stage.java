package dev.tocsin.archive.pace;

import java.util.Locale;

/** The parts of an article's way whose both ends are written down in its messages. */
public enum Stage {
    /** How late we learn of it: the source's clock against ours. Not of replays. */
    PUBLISHED_FETCHED("published", "fetched"),
    /** The channels, language and classify. */
    FETCHED_CLASSIFIED("fetched", "classified"),
    /** The channel and the archive. */
    CLASSIFIED_ARCHIVED("classified", "archived"),
    /** The channel and alerts, of articles that made a story ring first. */
    CLASSIFIED_ALERTED("classified", "alerted"),
    /** The whole way of these. */
    FETCHED_ALERTED("fetched", "alerted");

    private final String from;
    private final String to;

    Stage(String from, String to) {
        this.from = from;
        this.to = to;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    /** As it is stored and measured. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
