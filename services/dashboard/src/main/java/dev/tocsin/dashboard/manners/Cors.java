package dev.tocsin.dashboard.manners;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which other sites' scripts may read the API (Fetch standard, CORS protocol); none unless an operator names them. They are
 * never let use a desk's session: credentials are not allowed, so they need a key of their own.
 */
public final class Cors {
    private static final String EXPOSED =
            "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Idempotent-Replayed";

    private final Set<String> origins;

    /** @throws IllegalArgumentException naming an entry that is no origin */
    public Cors(Set<String> origins) {
        this.origins = origins.stream().map(Cors::origin).collect(Collectors.toUnmodifiableSet());
    }

    public boolean allows(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }

    /** The fields of every answer; none where nobody is allowed, so that it is all as before. */
    public Map<String, String> fields(@Nullable String origin) {
        if (origins.isEmpty()) {
            return Map.of();
        }
        if (!allows(origin)) {
            return Map.of("Vary", "Origin");
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("Vary", "Origin");
        fields.put("Access-Control-Allow-Origin", String.valueOf(origin));
        fields.put("Access-Control-Expose-Headers", EXPOSED);
        return fields;
    }

    /** Further fields of the answer to a preflight. */
    public Map<String, String> preflight() {
        return Map.of(
                "Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE",
                "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Last-Event-ID, X-API-Key,"
                                + " X-Request-Id, traceparent",
                "Access-Control-Max-Age", "600");
    }

    private static String origin(String text) {
        var uri = URI.create(text);
        boolean isOrigin = uri.getScheme() != null
                && uri.getRawAuthority() != null
                && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
        if (!isOrigin) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no origin, expected one such as https://desk.example");
        }
        return text;
    }
}
