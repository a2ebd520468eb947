package dev.tocsin.ingest;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.Why;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address would bring.
 *
 * @param known it is a feed already, under this id
 * @param readable it is a feed
 * @param reason why it is not
 * @param reasonCode the same as a word that stays
 * @param count items in it
 * @param items the first of them as they would be published
 * @param forgiven what was wrong with it and could be read all the same
 * @param feeds that the page names, where it is a page
 */
record PreviewView(
        String url,
        String id,
        boolean known,
        boolean readable,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable String title,
        @Nullable String link,
        @Nullable String language,
        int count,
        List<Item> items,
        List<String> forgiven,
        List<Link> feeds) {
    private static final int EXCERPT = 300;

    /** An article that would come in. */
    record Item(
            String id,
            @Nullable String url,
            @Nullable String title,
            String excerpt,
            @Nullable String author,
            @Nullable Instant publishedAt,
            @Nullable String language) {
        static Item of(FetchedArticle a) {
            return new Item(
                    a.id(), a.url(), a.title(), excerpt(a.text()), a.author(), a.publishedAt(), a.declaredLanguage());
        }

        private static String excerpt(String text) {
            if (text.length() <= EXCERPT) {
                return text;
            }
            int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
            return text.substring(0, end) + "…";
        }
    }

    /** A feed that a page names. */
    record Link(String url, @Nullable String title) {}

    static PreviewView unreadable(Feed feed, boolean known, Why why, List<Link> feeds) {
        return new PreviewView(
                feed.address().uri().toString(),
                feed.id(),
                known,
                false,
                why.words(),
                why.code(),
                null,
                null,
                null,
                0,
                List.of(),
                List.of(),
                feeds);
    }
}
