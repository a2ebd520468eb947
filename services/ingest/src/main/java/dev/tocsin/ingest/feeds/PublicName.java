package dev.tocsin.ingest.feeds;

import java.util.List;
import java.util.Locale;

/**
 * Tells host names that can be public from those that never are (RFC 6761, RFC 6762, RFC 8375, and what networks use by
 * habit), where a proxy resolves names and their addresses cannot be seen.
 */
public final class PublicName {
    private static final List<String> INSIDE = List.of(
            "localhost", "local", "internal", "intranet", "lan", "corp", "home", "home.arpa", "test", "invalid");

    private PublicName() {}

    public static boolean is(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        var name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        var last = name.substring(name.lastIndexOf('.') + 1);
        // no top-level domain begins with a digit, but addresses end with numbers, decimal, octal or hexadecimal
        return name.contains(".")
                && !last.isEmpty()
                && Character.isLetter(last.charAt(0))
                && INSIDE.stream().noneMatch(suffix -> name.endsWith("." + suffix));
    }
}
