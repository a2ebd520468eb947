package dev.tocsin.ingest.relook;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.publish.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a look at a page.
 *
 * @param after what to remember
 * @param next when to look again; null when this was the last look
 * @param finding what to publish; null for nothing
 * @param words the title and text to publish with it; null where they stay
 */
public record Look(ReLook after, @Nullable Instant next, Draft.@Nullable Finding finding, @Nullable Words words) {
    /**
     * What a page says.
     *
     * @param title null where it stays
     */
    public record Words(@Nullable String title, String text) {
        @Nullable
        String titleOr(@Nullable String last) {
            return title == null ? last : title;
        }
    }

    static Look unchanged(ReLook after, Optional<Instant> next) {
        return new Look(after, next.orElse(null), null, null);
    }

    static Look found(
            ReLook after, Optional<Instant> next, long key, List<ArticleChange> changes, @Nullable Words words) {
        return new Look(after, next.orElse(null), new Draft.Finding(key, changes), words);
    }

    /** The article as it is to go out, made from its last revision. */
    public FetchedArticle revise(FetchedArticle last, Instant readAt) {
        var article = words == null ? last : last.withWords(words.titleOr(last.title()), words.text(), last.summary());
        return article.revised(last.revision(), last.changed(), readAt);
    }
}
