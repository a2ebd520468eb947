package dev.tocsin.ingest.article;

import dev.tocsin.ingest.feeds.SourceOverride;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as callers of {@code POST /articles} write it. All is optional, but it has words: {@code title},
 * {@code text} or {@code html}.
 *
 * @param url of the page, http or https
 * @param externalId the caller's own id; with the source it makes the article's id where there is no url
 * @param text plain text; not together with {@code html}
 * @param publishedAt RFC 3339; at most a day ahead
 * @param language BCP 47, as declared
 * @param source the url's host, where nothing is given
 * @param replay a recorded article played again
 */
record PushedArticle(
        @Nullable String url,
        @Nullable String externalId,
        @Nullable String title,
        @Nullable String text,
        @Nullable String html,
        @Nullable String author,
        @Nullable Instant publishedAt,
        @Nullable String language,
        @Nullable SourceOverride source,
        boolean replay) {}
