package dev.tocsin.notify.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a receiver that a request is ours and unchanged: HMAC-SHA256 (RFC 2104, FIPS 180-4) over the timestamp, a
 * full stop and the body. The timestamp is signed too, so that an old request cannot be played again.
 */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1=";

    private Signature() {}

    /** The value of {@code Tocsin-Timestamp}: seconds since 1970-01-01T00:00:00Z. */
    public static String timestamp(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    /** The value of {@code Tocsin-Signature}: {@code v1=} and 64 lower case hexadecimal digits. */
    public static String of(String secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
