package dev.tocsin.ingest.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a news page says, and what it says of itself. Nothing is guessed: what the page does not state is null.
 *
 * @param title the headline without the name of the site
 * @param published when the page says it was published; midnight UTC where it names only the day; not checked against
 *     today
 * @param updated when the page says it was last changed
 * @param author the names of the authors, separated by commas
 * @param language BCP 47 tag that the page declares
 * @param siteName the name of the site or the publisher
 * @param canonicalUrl absolute http(s) address of {@code rel=canonical} or {@code og:url}; never a front page
 * @param ampUrl absolute http(s) address of the AMP version, to be tried where the text is walled
 * @param text the article, a line a paragraph; empty where a wall hides it; what is free to read before a paywall
 * @param summary the description in the page's metadata
 * @param media pictures and films that the page names as the article's own, at most ten
 * @param wall what stands before the article; {@link Wall#stands} tells whether anything does
 */
public record Page(
        @Nullable String title,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String author,
        @Nullable String language,
        @Nullable String siteName,
        @Nullable String canonicalUrl,
        @Nullable String ampUrl,
        String text,
        @Nullable String summary,
        List<Media> media,
        Wall wall) {

    /** A picture or a film. */
    public record Media(Kind kind, String url) {
        /** How it is shown. */
        public enum Kind {
            IMAGE,
            VIDEO
        }
    }
}
