package dev.tocsin.ingest.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may push articles, by keys of which only hashes are kept. */
public final class PushKeys {
    /** Whom no key is asked of, while there are none. */
    public enum Open {
        LOOPBACK,
        ANYBODY,
        NOBODY
    }

    private static final String HASHED = "sha256:";
    private static final int SHORTEST = 16;
    private static final String NO_NAME = "anonymous";

    private final Map<String, byte[]> hashes = new LinkedHashMap<>();
    private final Open open;

    /**
     * @param keys {@code name:key} or {@code name:sha256:hex}
     * @throws IllegalArgumentException that names the key which is wrong, not what it holds
     */
    public PushKeys(List<String> keys, Open open) {
        this.open = open;
        for (var key : keys) {
            int colon = key.indexOf(':');
            var name = colon < 0 ? "" : key.substring(0, colon).strip();
            if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
                throw new IllegalArgumentException("'tocsin.ingest.push.keys' holds an entry without a name: write"
                        + " name:key, the name of letters, digits and ._-");
            }
            if (hashes.put(name, hash(name, key.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException("'tocsin.ingest.push.keys' has '" + name + "' twice");
            }
        }
    }

    /**
     * Whose request it is. All hashes are compared to their ends, so that the time taken tells nothing.
     *
     * @param authorization the header of that name; {@code Bearer} and the key (RFC 6750)
     * @param apiKey the header {@code X-API-Key}
     * @param loopback whether the request comes from this machine
     * @return the key's name, {@code anonymous} where none is needed; empty where the request is refused
     */
    public Optional<String> caller(@Nullable String authorization, @Nullable String apiKey, boolean loopback) {
        if (hashes.isEmpty()) {
            return open == Open.ANYBODY || (open == Open.LOOPBACK && loopback)
                    ? Optional.of(NO_NAME)
                    : Optional.empty();
        }
        var given = apiKey == null ? bearer(authorization) : apiKey.strip();
        var presented = sha256(given == null ? "" : given);
        String found = null;
        for (var known : hashes.entrySet()) {
            if (MessageDigest.isEqual(known.getValue(), presented)) {
                found = known.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : null;
    }

    private static byte[] hash(String name, String key) {
        if (key.startsWith(HASHED)) {
            var hex = key.substring(HASHED.length());
            if (!hex.matches("[0-9a-fA-F]{64}")) {
                throw new IllegalArgumentException(
                        "'tocsin.ingest.push.keys' has for '" + name + "' a hash that is not 64 hexadecimal digits");
            }
            return HexFormat.of().parseHex(hex);
        }
        if (key.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "'tocsin.ingest.push.keys' has for '" + name + "' a key of fewer than " + SHORTEST + " characters");
        }
        return sha256(key);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
