package dev.tocsin.ingest.xml;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Relative addresses made absolute as RFC 3986 (5.2) says, and tolerantly: addresses in feeds hold blanks, brackets and
 * letters of all scripts, which {@link java.net.URI} refuses.
 */
public final class Reference {
    /** Schemes that run something or hold their content themselves: nothing can be relative to them. */
    private static final Set<String> UNSAFE = Set.of("javascript", "vbscript", "data", "blob", "about", "view-source");

    private Reference() {}

    /**
     * @param base absolute, or null where none is known
     * @return the address itself where it is absolute, or where there is no base to resolve it against
     */
    public static String resolve(@Nullable String base, String address) {
        var reference = address.strip();
        if (base == null || base.isEmpty() || scheme(reference) != null) {
            return reference;
        }
        if (reference.isEmpty()) {
            return base;
        }
        var parts = Parts.of(base);
        if (parts.scheme() != null && parts.authority() == null && !parts.path().startsWith("/")) {
            // urn:, mailto: and the like have no levels
            return reference;
        }
        if (reference.startsWith("//")) {
            return parts.scheme() == null ? reference : parts.scheme() + ":" + reference;
        }
        if (reference.startsWith("#")) {
            return parts.upToQuery() + reference;
        }
        if (reference.startsWith("?")) {
            return parts.upToPath() + reference;
        }
        int end = endOfPath(reference);
        var path = reference.substring(0, end);
        var merged = path.startsWith("/") ? path : parts.folder() + path;
        return parts.upToAuthority() + withoutDots(merged) + reference.substring(end);
    }

    /** Whether it may serve as a base. */
    static boolean isSafe(String base) {
        var scheme = scheme(base);
        return scheme == null || !UNSAFE.contains(scheme);
    }

    /** In lower case; null for a relative address. */
    public static @Nullable String scheme(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return i == 0 ? null : address.substring(0, i).toLowerCase(Locale.ROOT);
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean further = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !further)) {
                return null;
            }
        }
        return null;
    }

    private static int endOfPath(String address) {
        int query = address.indexOf('?');
        int fragment = address.indexOf('#');
        int end = fragment < 0 ? address.length() : fragment;
        return query < 0 ? end : Math.min(query, end);
    }

    private static String withoutDots(String path) {
        if (!path.contains("/.") && !path.startsWith(".")) {
            return path;
        }
        var kept = new ArrayDeque<String>();
        var segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> {
                    if (last) {
                        kept.addLast("");
                    }
                }
                case ".." -> {
                    // the empty segment before the first slash stays
                    if (kept.size() > 1) {
                        kept.removeLast();
                    }
                    if (last) {
                        kept.addLast("");
                    }
                }
                default -> kept.addLast(segments[i]);
            }
        }
        return String.join("/", kept);
    }

    /** A base in its parts, each as written. */
    private record Parts(@Nullable String scheme, @Nullable String authority, String path, String query) {
        static Parts of(String base) {
            var scheme = Reference.scheme(base);
            int at = scheme == null ? 0 : scheme.length() + 1;
            String authority = null;
            if (base.startsWith("//", at)) {
                int from = at + 2;
                at = from;
                while (at < base.length() && "/?#".indexOf(base.charAt(at)) < 0) {
                    at++;
                }
                authority = base.substring(from, at);
            }
            var rest = base.substring(at);
            int end = endOfPath(rest);
            int fragment = rest.indexOf('#');
            return new Parts(
                    scheme,
                    authority,
                    rest.substring(0, end),
                    rest.substring(end, fragment < 0 ? rest.length() : fragment));
        }

        String upToAuthority() {
            return (scheme == null ? "" : scheme + ":") + (authority == null ? "" : "//" + authority);
        }

        String upToPath() {
            return upToAuthority() + path;
        }

        String upToQuery() {
            return upToPath() + query;
        }

        String folder() {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? (authority == null ? "" : "/") : path.substring(0, slash + 1);
        }
    }
}
