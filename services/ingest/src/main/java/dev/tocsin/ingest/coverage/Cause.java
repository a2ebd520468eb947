package dev.tocsin.ingest.coverage;

import java.util.Locale;

/** Whose doing a silence is, as far as we can tell. */
public enum Cause {
    /** Our requests fail, our poller is late, or our own channel does not take the articles. */
    WE_FAILED("we failed to read it"),
    /** The servers ask for patience or keep us out. */
    THROTTLED("its servers throttle us"),
    /** Everything works, and nothing comes. */
    WENT_QUIET("it went quiet");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    public String words() {
        return words;
    }

    public static Cause ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
