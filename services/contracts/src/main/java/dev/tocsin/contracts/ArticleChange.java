package dev.tocsin.contracts;

import org.jspecify.annotations.Nullable;

/**
 * One difference between a revision of an article and the revision before.
 *
 * @param kind words in use: {@code title}; {@code text}, whose words the two revisions themselves hold; {@code figures},
 *     the numbers that one text has and the other has not; {@code vanished} and {@code back}, of the page
 * @param before the old value, cut to 300 UTF-16 units; null where there was none or nobody kept it
 * @param after the new value, likewise; of {@code vanished} the reason, for people
 */
public record ArticleChange(String kind, @Nullable String before, @Nullable String after) {
    public static final String TITLE = "title";
    public static final String TEXT = "text";
    public static final String FIGURES = "figures";
    public static final String VANISHED = "vanished";
    public static final String BACK = "back";

    public ArticleChange {
        Checks.required(kind, "changed.kind");
    }
}
