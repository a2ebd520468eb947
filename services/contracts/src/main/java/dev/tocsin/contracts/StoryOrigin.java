package dev.tocsin.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One independent first publisher within a story.
 *
 * @param source id of the source
 * @param name the source's name
 * @param language of its first article
 * @param firstSeen event time of its first article
 * @param publishedAt of its first article
 * @param articles ids of the articles that rest on it, the first one first; at most the latest 200
 * @param reliability NATO/Admiralty grade of the source, A to F; null where nobody judged it
 */
public record StoryOrigin(
        String source,
        String name,
        String language,
        Instant firstSeen,
        @Nullable Instant publishedAt,
        List<String> articles,
        @Nullable String reliability) {
    public StoryOrigin {
        Checks.required(source, "origin.source");
        Checks.required(name, "origin.name");
        Checks.required(language, "origin.language");
        Checks.required(firstSeen, "origin.firstSeen");
        articles = Checks.names(articles, "origin.articles");
    }

    /** An origin whose source nobody judged. */
    public StoryOrigin(
            String source,
            String name,
            String language,
            Instant firstSeen,
            @Nullable Instant publishedAt,
            List<String> articles) {
        this(source, name, language, firstSeen, publishedAt, articles, null);
    }
}
