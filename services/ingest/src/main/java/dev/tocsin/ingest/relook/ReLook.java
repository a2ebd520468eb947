package dev.tocsin.ingest.relook;

import dev.tocsin.ingest.edit.Wording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that is to be looked at again.
 *
 * @param id of the article; what it says is on the channel, and is read when there is something to revise
 * @param title of the page, as last published or first seen
 * @param wording of the page, likewise; null before the first look that could read it
 * @param suspected whether the last look found it gone, which another must confirm
 * @param vanished whether that it is gone was published
 */
public record ReLook(
        String id,
        String url,
        Instant alertedAt,
        @Nullable String title,
        @Nullable Wording wording,
        boolean suspected,
        boolean vanished) {
    public static ReLook of(String id, String url, Instant alertedAt) {
        return new ReLook(id, url, alertedAt, null, null, false, false);
    }

    ReLook seen(@Nullable String pageTitle, Wording page) {
        return new ReLook(id, url, alertedAt, pageTitle, page, false, false);
    }

    ReLook suspecting() {
        return new ReLook(id, url, alertedAt, title, wording, true, vanished);
    }

    ReLook gone() {
        return new ReLook(id, url, alertedAt, title, wording, false, true);
    }
}
