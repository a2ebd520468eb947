package dev.tocsin.archive.keep;

import java.time.Instant;
import java.util.List;

/**
 * That an article was erased.
 *
 * @param key hash of its id
 * @param titles hashes of its titles, because a story may have taken one for its headline
 * @param by who erased it
 * @param reason for those who ask later
 */
public record Erasure(String key, List<String> titles, String by, String reason, Instant at) {
    public Erasure {
        titles = List.copyOf(titles);
    }
}
