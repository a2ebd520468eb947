package dev.tocsin.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published text, as ingest read it. Title and text are plain text; offsets of later stages count UTF-16 units in
 * them.
 *
 * @param id deterministic: a hash of the canonical URL, or of feed and guid
 * @param revision 1 for the first text seen under this id, then one more for each edit
 * @param url as the feed gives it
 * @param canonicalUrl the address all copies of the page agree on
 * @param externalId the feed's guid, as given
 * @param title null where the feed gives none
 * @param text empty where the feed carries a title only
 * @param publishedAt null when unknown, never "now"
 * @param replay true for a recorded message played again: its alerts are exercises
 * @param feed id of the feed that it came by; null for a pushed article
 * @param declaredLanguage the BCP 47 tag that feed or page claims, not to be trusted
 */
public record FetchedArticle(
        String id,
        int revision,
        @Nullable String url,
        @Nullable String canonicalUrl,
        @Nullable String externalId,
        @Nullable String title,
        String text,
        @Nullable String summary,
        @Nullable String author,
        @Nullable Instant publishedAt,
        Instant fetchedAt,
        boolean replay,
        @Nullable String feed,
        Source source,
        Origin origin,
        List<Media> media,
        @Nullable String declaredLanguage) {
    public FetchedArticle {
        Checks.required(id, "id");
        Checks.atLeast(1, revision, "revision");
        text = text == null ? "" : text;
        Checks.required(fetchedAt, "fetchedAt");
        Checks.required(source, "source");
        origin = origin == null ? Origin.UNKNOWN : origin;
        media = Checks.list(media);
    }

    /** When it happened for windows and stories: {@code publishedAt}, else {@code fetchedAt}. */
    public Instant eventTime() {
        return publishedAt == null ? fetchedAt : publishedAt;
    }
}
