package dev.tocsin.ingest.feeds;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave to ask it with next time (RFC 9110, conditional requests).
 *
 * @param etag as given, quotes and all
 * @param lastModified the header as given
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
}
