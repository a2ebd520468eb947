package dev.tocsin.ingest.publish;

import dev.tocsin.ingest.feeds.ShortHash;
import org.jspecify.annotations.Nullable;

/** Deterministic ids, so that an article that comes twice is the same article. */
public final class ArticleId {
    private ArticleId() {}

    /**
     * The hash of the canonical address, else of the guid within its scope, else of the words within their scope.
     *
     * @param canonicalUrl null where none is known, or where it does not name one article
     * @param scope what the guid is unique in: the feed, or the source of a pushed article
     */
    public static String of(
            @Nullable String canonicalUrl, String scope, @Nullable String guid, @Nullable String title, String text) {
        if (canonicalUrl != null) {
            return ofPage(canonicalUrl);
        }
        return guid != null ? ShortHash.of(scope, guid) : ShortHash.of(scope, title == null ? "" : title, text);
    }

    /** @param canonicalUrl that names one page */
    public static String ofPage(String canonicalUrl) {
        return ShortHash.of(canonicalUrl);
    }
}
