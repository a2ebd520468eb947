package dev.tocsin.archive.lab;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An archived article that was met with a draft.
 *
 * @param at its event time
 * @param live how it meets the version in force; null where the topic is not watched
 * @param signature the keys that reports of one event share; empty where nobody looked
 */
public record Met(
        String article,
        Instant at,
        String language,
        String source,
        @Nullable String title,
        String text,
        Hit draft,
        @Nullable Hit live,
        List<String> signature) {
    boolean isLive() {
        return live != null && live.belongs();
    }
}
