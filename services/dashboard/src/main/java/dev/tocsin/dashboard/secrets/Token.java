package dev.tocsin.dashboard.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Random texts that nobody guesses, and what is kept of them. They hold 100 bits or more, so a plain hash keeps them: a
 * slow one would only help what people think up.
 */
public final class Token {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Token() {}

    /** 256 random bits, for cookies. */
    public static String fresh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
    }

    /** As many characters as wanted of an alphabet of 32. */
    static String of(String alphabet, int length) {
        var text = new StringBuilder();
        for (byte b : bytes(length)) {
            text.append(alphabet.charAt(b & 31));
        }
        return text.toString();
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether two texts are one, in a time that does not tell how much of them agrees. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
