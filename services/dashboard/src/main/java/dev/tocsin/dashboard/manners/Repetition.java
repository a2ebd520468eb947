package dev.tocsin.dashboard.manners;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A request that may come again under an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * @param id of the key, for one caller
 * @param fingerprint of all that the answer depends on
 */
public record Repetition(String id, String fingerprint) {
    /** As drafts have it a quoted string, and as everybody writes it without quotes. */
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}+");

    public static boolean isKey(String key) {
        return KEY.matcher(key).matches() && !key.isBlank();
    }

    /** @param caller whose key it is: another one's is another key */
    public static Repetition of(String caller, String key, String method, String target, byte[] body) {
        return new Repetition(
                hash(caller + "\n" + key), hash(method + " " + target + "\n" + Etag.hash(body) + " " + body.length));
    }

    private static String hash(String text) {
        return Etag.hash(text.getBytes(StandardCharsets.UTF_8));
    }
}
