package dev.tocsin.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much is in the archive, as {@code GET /status} tells it.
 *
 * @param alerts all revisions of all stories
 * @param newestArticle when the article that came in last was fetched; null while there is none
 * @param newestAlert when the desk was last alerted; null while it never was
 */
record Counts(
        long articles,
        long stories,
        long alerts,
        long verdicts,
        long topics,
        @Nullable Instant newestArticle,
        @Nullable Instant newestAlert) {}
