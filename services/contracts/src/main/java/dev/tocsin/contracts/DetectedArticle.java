package dev.tocsin.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An article whose language is known: the JSON of {@link FetchedArticle} with {@code language} added to it. */
public record DetectedArticle(@JsonUnwrapped FetchedArticle article, DetectedLanguage language) {
    public DetectedArticle {
        Checks.required(article, "article");
        Checks.required(language, "language");
    }
}
