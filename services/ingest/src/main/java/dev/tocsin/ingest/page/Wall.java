package dev.tocsin.ingest.page;

/**
 * What stands between the reader and the article.
 *
 * @param evidence the phrase, element or statement that gave it away, for the log and the desk
 */
public record Wall(Kind kind, String evidence) {
    static final Wall NONE = new Wall(Kind.NONE, "");

    /** The walls that pages put up. */
    public enum Kind {
        NONE,
        /** The article must be paid for; its beginning may be readable. */
        PAYWALL,
        /** Cookies or data processing must be agreed to first. */
        CONSENT,
        /** An account is asked for. */
        LOGIN,
        /** The server doubts that we are human. */
        CHALLENGE,
        /** A shell that scripts would fill. */
        SCRIPT,
        /** There is no such article, whatever the status code said. */
        NOT_FOUND
    }

    public boolean stands() {
        return kind != Kind.NONE;
    }

    /** True where the page shows nothing of the article at all. */
    public boolean hidesAll() {
        return stands() && kind != Kind.PAYWALL;
    }
}
