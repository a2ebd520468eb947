package dev.tocsin.ingest.article;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http(s) address in its parts (RFC 3986, appendix B), read as browsers read them: stray percent signs, blanks and
 * underscores in hosts, which {@link java.net.URI} refuses, are no reason to lose an article's address.
 *
 * @param host lower case, ASCII (IDNA 2003), never empty
 * @param port -1 where it is the scheme's own
 * @param path escaped, starts with a slash
 * @param query escaped, without its question mark; null where there is none
 */
record WebAddress(
        String scheme, String host, int port, String path, @Nullable String query, @Nullable String fragment) {
    private static final Pattern PARTS =
            Pattern.compile("(?is)(https?):/{2}([^/?#\\\\]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)?(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::([0-9]*))?");
    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\\.)*[a-z0-9_-]+|\\[.+]");
    private static final int MOST_PORT = 65_535;

    static Optional<WebAddress> parse(String text) {
        var parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var authority = AUTHORITY.matcher(parts.group(2).strip());
        if (!authority.matches()) {
            return Optional.empty();
        }
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        var host = host(authority.group(1));
        int port = port(authority.group(2), scheme);
        if (!HOST.matcher(host).matches() || port > MOST_PORT) {
            return Optional.empty();
        }
        var path = PercentEncoding.normal(parts.group(3).replace('\\', '/'));
        return Optional.of(new WebAddress(
                scheme, host, port, path.isEmpty() ? "/" : path, normal(parts.group(4)), normal(parts.group(5))));
    }

    WebAddress withHost(String other) {
        return new WebAddress(scheme, other, port, path, query, fragment);
    }

    WebAddress withPath(String other) {
        return new WebAddress(scheme, host, port, other, query, fragment);
    }

    WebAddress withQuery(@Nullable String other) {
        return new WebAddress(scheme, host, port, path, other, fragment);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + (query == null ? "" : "?" + query)
                + (fragment == null ? "" : "#" + fragment);
    }

    private static @Nullable String normal(@Nullable String part) {
        return part == null ? null : PercentEncoding.normal(part);
    }

    private static String host(String given) {
        String ascii;
        try {
            ascii = IDN.toASCII(PercentEncoding.decoded(given), IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            ascii = given;
        }
        var lower = ascii.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static int port(@Nullable String digits, String scheme) {
        if (digits == null || digits.isEmpty()) {
            return -1;
        }
        int port = digits.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        return port == (scheme.equals("https") ? 443 : 80) ? -1 : port;
    }
}
