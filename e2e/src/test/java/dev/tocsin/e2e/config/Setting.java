package dev.tocsin.e2e.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One key that can be set.
 *
 * @param key with {@code <name>} where a name is chosen freely
 * @param form how a value is written
 * @param preset what holds where nothing is set
 * @param meaning a sentence of Markdown, with bounds
 */
record Setting(String key, String form, Optional<String> preset, String meaning) {
    /** The environment variable of the same meaning, by the rule of MicroProfile Config. */
    String variable() {
        return key.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
    }
}
