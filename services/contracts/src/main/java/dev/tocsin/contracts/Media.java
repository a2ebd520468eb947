package dev.tocsin.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A picture, sound or film that comes with an article.
 *
 * @param url absolute
 * @param type media type, such as {@code image/jpeg}
 */
public record Media(String url, @Nullable String type, @Nullable String title) {
    public Media {
        Checks.required(url, "media.url");
    }
}
