package dev.tocsin.e2e.config;

import java.util.List;

/**
 * The keys of one prefix, and what they are about.
 *
 * @param prefix what all of them begin with, such as {@code tocsin.ingest.fetch}
 */
record Settings(String prefix, String meaning, List<Setting> keys) {
    Settings {
        keys = List.copyOf(keys);
    }
}
