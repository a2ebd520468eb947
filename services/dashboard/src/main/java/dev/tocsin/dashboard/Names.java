package dev.tocsin.dashboard;

import java.util.Optional;
import java.util.regex.Pattern;

/** How users and keys may be called. */
final class Names {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");
    /** Controls, and what turns the direction of the text around it. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private static final int MAX_NAME = 60;

    private Names() {}

    /** What is wrong with a name to sign in with; empty where nothing is. */
    static Optional<String> loginFault(String login) {
        return LOGIN.matcher(login).matches() && !login.startsWith("oidc-")
                ? Optional.empty()
                : Optional.of("A sign-in name has up to 64 letters a to z, digits and . _ @ + -, and begins with one of"
                        + " the first two.");
    }

    /** What is wrong with a name that others read; empty where nothing is. */
    static Optional<String> fault(String name) {
        boolean sound = !name.isBlank()
                && name.length() <= MAX_NAME
                && !UNSEEN.matcher(name).find();
        return sound ? Optional.empty() : Optional.of("A name has 1 to " + MAX_NAME + " characters on one line.");
    }
}
