package dev.tocsin.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An article whose language is known: the JSON of {@link FetchedArticle} with {@code language} added to it.
 *
 * @param reclassify why it comes again out of the archive; null for all others
 */
public record DetectedArticle(
        @JsonUnwrapped FetchedArticle article, DetectedLanguage language, @Nullable Reclassify reclassify) {
    public DetectedArticle {
        Checks.required(article, "article");
        Checks.required(language, "language");
    }

    /** An article on its first way. */
    public DetectedArticle(FetchedArticle article, DetectedLanguage language) {
        this(article, language, null);
    }
}
