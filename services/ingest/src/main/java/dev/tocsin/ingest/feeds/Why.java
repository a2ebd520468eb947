package dev.tocsin.ingest.feeds;

/**
 * Why a feed is not as it should be, or what there is to know of it.
 *
 * @param code for programs, and for pages in other languages; it stays when the words become others: the label of a
 *     {@link Failure}, {@code http-404} for a status, or what a state needs told
 * @param words for people, in English
 */
public record Why(String code, String words) {
    /** The words for an answer whose status says that there is nothing. */
    public static Why status(int status, String phrase) {
        return new Why("http-" + status, "HTTP status " + status + " " + phrase);
    }
}
