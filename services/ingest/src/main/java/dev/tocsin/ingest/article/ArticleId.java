package dev.tocsin.ingest.article;

import dev.tocsin.ingest.feeds.ShortHash;
import org.jspecify.annotations.Nullable;

/** Deterministic ids, so that an article that comes twice is the same article. */
final class ArticleId {
    private ArticleId() {}

    /**
     * The hash of the canonical address, else of the guid within its scope, else of the words within their scope.
     *
     * @param canonicalUrl null where none is known, or where it does not name one article
     * @param scope what the guid is unique in: the feed, or the source of a pushed article
     */
    static String of(
            @Nullable String canonicalUrl, String scope, @Nullable String guid, @Nullable String title, String text) {
        if (canonicalUrl != null) {
            return ShortHash.of(canonicalUrl);
        }
        return guid != null ? ShortHash.of(scope, guid) : ShortHash.of(scope, title == null ? "" : title, text);
    }
}
