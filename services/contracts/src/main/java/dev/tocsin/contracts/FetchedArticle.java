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
 * @param changed what is other than in the revision before; empty for the first
 * @param exercise where {@code replay} is set, the number of the play that it belongs to, from the second on: articles of one
 *     play make no story with those of another; null for the first and where nobody counts them
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
        @Nullable String declaredLanguage,
        List<ArticleChange> changed,
        @Nullable Integer exercise) {
    public FetchedArticle {
        Checks.required(id, "id");
        Checks.atLeast(1, revision, "revision");
        text = text == null ? "" : text;
        Checks.required(fetchedAt, "fetchedAt");
        Checks.required(source, "source");
        origin = origin == null ? Origin.UNKNOWN : origin;
        media = Checks.list(media);
        changed = Checks.list(changed);
    }

    /** An article of which nobody says that it changed, and of no play that is counted. */
    public FetchedArticle(
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
        this(
                id,
                revision,
                url,
                canonicalUrl,
                externalId,
                title,
                text,
                summary,
                author,
                publishedAt,
                fetchedAt,
                replay,
                feed,
                source,
                origin,
                media,
                declaredLanguage,
                List.of(),
                null);
    }

    /** The same article as a later revision, read at another time. */
    public FetchedArticle revised(int number, List<ArticleChange> what, Instant readAt) {
        return with(id, number, title, text, summary, readAt, origin, what, exercise);
    }

    /** The same article in other words. */
    public FetchedArticle withWords(@Nullable String newTitle, String newText, @Nullable String newSummary) {
        return with(id, revision, newTitle, newText, newSummary, fetchedAt, origin, changed, exercise);
    }

    /** The same article with what was found out of where it comes from. */
    public FetchedArticle withOrigin(Origin found) {
        return with(id, revision, title, text, summary, fetchedAt, found, changed, exercise);
    }

    /** The same article in a further play, where it is another one. */
    public FetchedArticle inPlay(int number, String otherId) {
        return with(otherId, revision, title, text, summary, fetchedAt, origin, changed, number);
    }

    private FetchedArticle with(
            String newId,
            int newRevision,
            @Nullable String newTitle,
            String newText,
            @Nullable String newSummary,
            Instant newFetchedAt,
            Origin newOrigin,
            List<ArticleChange> newChanged,
            @Nullable Integer newExercise) {
        return new FetchedArticle(
                newId,
                newRevision,
                url,
                canonicalUrl,
                externalId,
                newTitle,
                newText,
                newSummary,
                author,
                publishedAt,
                newFetchedAt,
                replay,
                feed,
                source,
                newOrigin,
                media,
                declaredLanguage,
                newChanged,
                newExercise);
    }

    /** When it happened for windows and stories: {@code publishedAt}, else {@code fetchedAt}. */
    public Instant eventTime() {
        return publishedAt == null ? fetchedAt : publishedAt;
    }
}
