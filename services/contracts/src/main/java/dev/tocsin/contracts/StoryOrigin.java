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
 * @param family the group of publishers that it stands for; null where none is known
 * @param wireCredit the agency that stands behind it; null where it is the publisher's own
 * @param members how its articles rest on it, the first one first; at most 50, the latest kept
 */
public record StoryOrigin(
        String source,
        String name,
        String language,
        Instant firstSeen,
        @Nullable Instant publishedAt,
        List<String> articles,
        @Nullable String reliability,
        @Nullable String family,
        @Nullable String wireCredit,
        List<OriginMember> members) {
    public StoryOrigin {
        Checks.required(source, "origin.source");
        Checks.required(name, "origin.name");
        Checks.required(language, "origin.language");
        Checks.required(firstSeen, "origin.firstSeen");
        articles = Checks.names(articles, "origin.articles");
        members = Checks.list(members);
    }

    /** An origin of whose source, family and members nothing is told. */
    public StoryOrigin(
            String source,
            String name,
            String language,
            Instant firstSeen,
            @Nullable Instant publishedAt,
            List<String> articles) {
        this(source, name, language, firstSeen, publishedAt, articles, null, null, null, List.of());
    }
}
