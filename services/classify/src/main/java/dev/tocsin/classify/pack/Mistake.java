package dev.tocsin.classify.pack;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a pack, in parts, so that an editor can show it at its place.
 *
 * @param line from 1; null where it is the pack as a whole
 * @param key such as {@code signals[2].weight}; null where no key is to blame
 * @param reason and how to mend it
 */
public record Mistake(@Nullable Integer line, @Nullable String key, String reason) {}
