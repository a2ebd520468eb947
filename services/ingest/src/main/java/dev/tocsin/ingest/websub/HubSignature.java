package dev.tocsin.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Proof that a delivery comes from the hub that knows the secret (WebSub, 7.1): {@code X-Hub-Signature: method=hex}. */
public final class HubSignature {
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /** False where there is none, where its method is unknown, or where it is wrong. */
    public static boolean proves(@Nullable String header, byte[] body, String secret) {
        if (header == null) {
            return false;
        }
        var parts = header.strip().split("=", 2);
        var method = METHODS.get(parts[0].toLowerCase(Locale.ROOT));
        if (method == null || parts.length < 2) {
            return false;
        }
        try {
            return MessageDigest.isEqual(HexFormat.of().parseHex(parts[1].strip()), hmac(method, body, secret));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] hmac(String method, byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + method, e);
        }
    }
}
