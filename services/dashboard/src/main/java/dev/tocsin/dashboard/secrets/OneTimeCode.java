package dev.tocsin.dashboard.secrets;

import java.util.Locale;

/**
 * A code that lets somebody in once: 100 random bits that can be read out and typed (Crockford's base 32, in which no two
 * characters are mistaken for each other).
 */
public final class OneTimeCode {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;

    private OneTimeCode() {}

    /** A new code, in groups. */
    public static String fresh() {
        return Token.of(ALPHABET, LENGTH).replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** What is kept of a code, however it was typed. */
    public static String hash(String typed) {
        var plain = typed.length() > 4 * LENGTH ? "" : typed.toLowerCase(Locale.ROOT);
        return Token.hash(
                plain.replace('o', '0').replace('i', '1').replace('l', '1').replaceAll("[^0-9a-z]", ""));
    }
}
