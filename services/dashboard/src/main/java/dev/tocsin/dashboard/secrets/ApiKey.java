package dev.tocsin.dashboard.secrets;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A machine's key: {@code tocsin_ID_SECRET}. The first part lets scanners of repositories know it, the id finds it without
 * the secret being searched for.
 *
 * @param secret 256 random bits
 */
public record ApiKey(String id, String secret) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID = 10;
    private static final int SECRET = 52;
    private static final Pattern FORM =
            Pattern.compile("tocsin_([" + ALPHABET + "]{" + ID + "})_([" + ALPHABET + "]{" + SECRET + "})");

    public static ApiKey fresh() {
        return new ApiKey(Token.of(ALPHABET, ID), Token.of(ALPHABET, SECRET));
    }

    /** Reads a key; empty for what is none. */
    public static Optional<ApiKey> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches() ? Optional.of(new ApiKey(match.group(1), match.group(2))) : Optional.empty();
    }

    /** As it is shown, once. */
    public String text() {
        return "tocsin_" + id + "_" + secret;
    }

    /** What is kept. */
    public String hash() {
        return Token.hash(text());
    }

    @Override
    public String toString() {
        return "ApiKey " + id;
    }
}
