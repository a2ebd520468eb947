package dev.tocsin.ingest.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody carried an article.
 *
 * @param by the feed's id; {@code source:} and the source's id for a pushed one
 * @param url as they gave it
 */
public record Sighting(String by, @Nullable String url, Instant at) {}
