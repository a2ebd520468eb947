package dev.tocsin.dashboard.guard;

import org.jspecify.annotations.Nullable;

/** Where somebody goes on after signing in: a path of this site, whatever the address says. */
public final class LocalPath {
    private static final int MAX = 2_000;

    private LocalPath() {}

    /** The path; {@code /} for one that would lead elsewhere, back to the login, or nowhere. */
    public static String of(@Nullable String asked) {
        boolean sound = asked != null
                && asked.length() <= MAX
                && asked.startsWith("/")
                && asked.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                && !asked.startsWith("//")
                && !asked.startsWith("/login")
                && !asked.startsWith("/welcome");
        return sound ? asked : "/";
    }
}
