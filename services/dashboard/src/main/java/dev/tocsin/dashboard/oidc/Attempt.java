package dev.tocsin.dashboard.oidc;

import dev.tocsin.dashboard.secrets.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that has gone to the provider and is to come back to the browser that began it, which keeps this meanwhile.
 *
 * @param state proves that the answer belongs to this browser
 * @param nonce proves that the token belongs to this answer
 * @param verifier proves that whoever redeems the code is who asked for it (PKCE, RFC 7636)
 * @param next where to go on
 */
public record Attempt(String state, String nonce, String verifier, String next) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static Attempt fresh(String next) {
        return new Attempt(Token.fresh(), Token.fresh(), Token.fresh(), next);
    }

    /** As a cookie's value. */
    public String text() {
        return String.join(".", state, nonce, verifier, BASE64.encodeToString(next.getBytes(StandardCharsets.UTF_8)));
    }

    public static Optional<Attempt> parse(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            var next = new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8);
            return Optional.of(new Attempt(parts[0], parts[1], parts[2], next));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the provider is told of the verifier: its hash (S256). */
    public String challenge() {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Attempt";
    }
}
