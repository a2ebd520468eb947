package dev.tocsin.dashboard.guard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a request brings to make its sender known. */
public sealed interface Credential {
    /** An API key, as it was sent. */
    record Key(String text) implements Credential {
        @Override
        public String toString() {
            return "Key";
        }
    }

    /** A session's token. */
    record Session(String token) implements Credential {
        @Override
        public String toString() {
            return "Session";
        }
    }

    /** Nothing. */
    record None() implements Credential {}

    /** Characters beyond which no header is read. */
    int MAX = 400;

    /**
     * Reads the headers. What names a key is not also looked at for a session, so that a wrong key is told to be wrong.
     *
     * @param authorization {@code Bearer} and the key (RFC 6750); for feed readers {@code Basic}, the key as password
     * @param apiKey the header {@code X-API-Key}
     * @param cookie the session's
     */
    static Credential of(@Nullable String authorization, @Nullable String apiKey, @Nullable String cookie) {
        if (apiKey != null) {
            return new Key(bounded(apiKey));
        }
        if (authorization != null) {
            return new Key(bounded(key(bounded(authorization))));
        }
        return cookie == null || cookie.isEmpty() ? new None() : new Session(bounded(cookie));
    }

    private static String key(String authorization) {
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return authorization.substring(7);
        }
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                var pair = new String(
                        Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
                return pair.substring(pair.indexOf(':') + 1);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
        return "";
    }

    private static String bounded(String text) {
        var stripped = text.strip();
        return stripped.length() > MAX ? "" : stripped;
    }
}
