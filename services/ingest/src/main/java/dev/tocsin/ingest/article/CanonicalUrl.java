package dev.tocsin.ingest.article;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of a page's address that its copies agree on: lower-case scheme and host, no default port, no
 * fragment, no parameters that only count visitors.
 */
public final class CanonicalUrl {
    private static final int MAX_LENGTH = 4096;
    private static final Pattern COUNTING = Pattern.compile("(utm_[^=]*|fbclid|gclid)(=.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ILLEGAL = Pattern.compile("[\\s\"<>\\\\^`{|}\\p{Cntrl}]");
    private static final Pattern OTHER_LETTERS =
            Pattern.compile("((?:https?:)?//)([^/?#:@]*[^\\p{ASCII}][^/?#:@]*)(.*)");

    private CanonicalUrl() {}

    /** The address as given, made absolute; empty for what no browser should be sent to, such as {@code javascript:}. */
    public static Optional<String> absolute(@Nullable String link, @Nullable String base) {
        if (link == null || link.isBlank() || link.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return parse(link)
                .map(uri -> resolved(uri, base))
                .filter(CanonicalUrl::isWeb)
                .map(URI::toString);
    }

    /** The canonical spelling of an absolute http(s) address; empty for anything else. */
    public static Optional<String> of(String url) {
        return parse(url).filter(CanonicalUrl::isWeb).map(CanonicalUrl::spelled);
    }

    /** False for a site's front page, which many items may link to: it cannot tell one article from another. */
    public static boolean namesOnePage(String canonicalUrl) {
        var uri = URI.create(canonicalUrl);
        return uri.getRawQuery() != null || !uri.getRawPath().equals("/");
    }

    /** The lower-case host without a leading {@code www.}; empty where the address has none. */
    public static Optional<String> host(@Nullable String url) {
        return Optional.ofNullable(url)
                .flatMap(CanonicalUrl::parse)
                .filter(CanonicalUrl::isWeb)
                .map(uri -> ascii(uri.getHost()))
                .map(host -> host.startsWith("www.") ? host.substring(4) : host)
                .filter(host -> !host.isEmpty());
    }

    private static Optional<URI> parse(String text) {
        var escaped = ILLEGAL.matcher(text.strip())
                .replaceAll(m -> "%%%02X".formatted((int) m.group().charAt(0)));
        try {
            return Optional.of(new URI(asciiHost(escaped)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** java.net.URI knows no host in other letters than ASCII. */
    private static String asciiHost(String url) {
        var parts = OTHER_LETTERS.matcher(url);
        return parts.matches() ? parts.group(1) + ascii(parts.group(2)) + parts.group(3) : url;
    }

    private static URI resolved(URI uri, @Nullable String base) {
        return uri.isAbsolute() || base == null
                ? uri
                : parse(base).map(b -> b.resolve(uri)).orElse(uri);
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    private static String spelled(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : uri.getPort();
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var plain = scheme + "://" + ascii(uri.getHost()) + (port < 0 ? "" : ":" + port) + path + query(uri);
        return URI.create(plain).toASCIIString();
    }

    private static String query(URI uri) {
        if (uri.getRawQuery() == null) {
            return "";
        }
        var kept = Arrays.stream(uri.getRawQuery().split("&"))
                .filter(p -> !p.isEmpty() && !COUNTING.matcher(p).matches())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return host.toLowerCase(Locale.ROOT);
        }
    }
}
