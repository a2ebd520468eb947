package dev.tocsin.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search that somebody wants to come back to.
 *
 * @param name which it is found by; one of a name
 * @param query the parameters of {@code GET /articles} that make it, as a query string without question mark
 * @param by who saved it last; null where nobody said
 * @param at when
 */
record SavedSearch(String name, String query, @Nullable String by, Instant at) {}
