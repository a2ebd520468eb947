package dev.tocsin.benches;

import org.jspecify.annotations.Nullable;

/**
 * An article to be read.
 *
 * @param language its BCP 47 tag
 */
record Text(String language, @Nullable String title, String text) {}
