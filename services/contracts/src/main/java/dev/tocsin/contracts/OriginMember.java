package dev.tocsin.contracts;

import org.jspecify.annotations.Nullable;

/**
 * An article of an origin, and how it rests on it, so that a translation can be shown beside its original.
 *
 * @param article its id
 * @param source id of who published it; null where that is not told
 * @param name of that source
 * @param relation words in use: {@code original}, {@code copy}, {@code translation}, {@code same-source} (another report of
 *     the same publisher), {@code family} (of a publisher in the same group), {@code wire} (of the same agency)
 * @param language BCP 47 tag of the article
 * @param of id of the article that it copies or translates; null where it rests on the publisher, not on one text
 * @param vanished true when its page is gone; an origin all of whose articles are gone is not counted as independent
 */
public record OriginMember(
        String article,
        @Nullable String source,
        @Nullable String name,
        String relation,
        String language,
        @Nullable String of,
        boolean vanished) {
    public static final String ORIGINAL = "original";
    public static final String COPY = "copy";
    public static final String TRANSLATION = "translation";
    public static final String SAME_SOURCE = "same-source";
    public static final String FAMILY = "family";
    public static final String WIRE = "wire";

    public OriginMember {
        Checks.required(article, "member.article");
        Checks.required(relation, "member.relation");
        Checks.required(language, "member.language");
    }
}
