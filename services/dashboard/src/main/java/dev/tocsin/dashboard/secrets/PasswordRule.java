package dev.tocsin.dashboard.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which passwords are taken: long ones that are not the first to be tried (NIST SP 800-63B asks for no more). */
public final class PasswordRule {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;
    private static final int FEWEST_CHARACTERS = 5;
    private static final List<String> ROWS = List.of(
            "01234567890123456789",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm",
            "passwordpasswordpassword");

    private PasswordRule() {}

    /**
     * What is wrong with a password, as a sentence; empty where nothing is.
     *
     * @param login of whose password it is
     */
    public static Optional<String> fault(String password, String login) {
        var plain = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST) {
            return Optional.of(
                    "A password has at least " + SHORTEST + " characters; a few words are easy to remember.");
        }
        if (password.length() > LONGEST) {
            return Optional.of("A password has at most " + LONGEST + " characters.");
        }
        boolean row = ROWS.stream().anyMatch(known -> known.contains(plain))
                || plain.replaceAll("[^a-z]", "").equals("password");
        if (row || plain.chars().distinct().count() < FEWEST_CHARACTERS) {
            return Optional.of("This password is one of the first that are tried.");
        }
        if (login.length() > 3 && plain.contains(login.toLowerCase(Locale.ROOT))) {
            return Optional.of("The password holds the sign-in name.");
        }
        return Optional.empty();
    }
}
