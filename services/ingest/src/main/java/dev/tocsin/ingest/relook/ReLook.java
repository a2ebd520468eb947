package dev.tocsin.ingest.relook;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.edit.Wording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that is to be looked at again.
 *
 * @param article as it went out when it rang, or as a look found it later
 * @param title of the page, as last published or first seen
 * @param wording of the page, likewise; null before the first look that could read it
 * @param suspected whether the last look found it gone, which another must confirm
 * @param vanished whether that it is gone was published
 */
public record ReLook(
        FetchedArticle article,
        String url,
        Instant alertedAt,
        @Nullable String title,
        @Nullable Wording wording,
        boolean suspected,
        boolean vanished) {
    public static ReLook of(FetchedArticle article, String url, Instant alertedAt) {
        return new ReLook(article, url, alertedAt, null, null, false, false);
    }

    public String id() {
        return article.id();
    }

    ReLook seen(@Nullable String pageTitle, Wording page) {
        return new ReLook(article, url, alertedAt, pageTitle, page, false, false);
    }

    ReLook suspecting() {
        return new ReLook(article, url, alertedAt, title, wording, true, vanished);
    }

    ReLook gone() {
        return new ReLook(article, url, alertedAt, title, wording, false, true);
    }

    /** The same look at an article that went out in another revision. */
    public ReLook with(FetchedArticle other) {
        return new ReLook(other, url, alertedAt, title, wording, suspected, vanished);
    }
}
