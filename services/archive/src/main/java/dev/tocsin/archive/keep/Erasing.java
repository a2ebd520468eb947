package dev.tocsin.archive.keep;

import java.time.Instant;

/**
 * That an article was erased a moment ago, and is to be looked for once more. Its id is kept no longer than until then.
 *
 * @param at when it was asked for
 */
public record Erasing(String article, Instant at) {}
