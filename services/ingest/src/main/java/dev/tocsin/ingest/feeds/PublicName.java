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
        return name.contains(".")
                && name.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && INSIDE.stream().noneMatch(suffix -> name.endsWith("." + suffix));
    }
}
