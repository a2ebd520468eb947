package dev.tocsin.local;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What only this run, its services and its owner know. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CODE = 20;
    private static final int GROUP = 5;

    private Secrets() {}

    /** 256 random bits in hexadecimal. */
    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A one-time code of 100 random bits, in groups, of characters that are not mistaken for each other. */
    static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
