package dev.tocsin.ingest.feeds;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server wants to see before it gives a feed. All of it may be secret: it is sent to the feed's own host only,
 * and neither logged nor given back.
 *
 * @param headers by their names, further request headers
 * @param user and {@code password}: for basic authentication (RFC 7617)
 * @param cookies the value of a {@code Cookie} header
 * @param proxy {@code http://host:port} that requests go through; null for the configured one
 */
public record FeedAccess(
        Map<String, String> headers,
        @Nullable String user,
        @Nullable String password,
        @Nullable String cookies,
        @Nullable String proxy) {
    public static final FeedAccess OPEN = new FeedAccess(Map.of(), null, null, null, null);

    public FeedAccess {
        headers = Map.copyOf(headers);
    }

    /** Says only what is there, not what it is. */
    @Override
    public String toString() {
        return "FeedAccess[headers=" + headers.keySet() + ", user=" + (user != null) + ", password="
                + (password != null) + ", cookies=" + (cookies != null) + ", proxy=" + (proxy != null) + "]";
    }
}
