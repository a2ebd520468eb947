package dev.tocsin.ingest.feeds;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Who gets to see a feed's secrets: its own host, over a connection no less private than its own address asks for. */
public final class Secrecy {
    /** Headers that say how the message is sent; they are ours to write. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "accept-encoding",
            "expect",
            "range");

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

    private Secrecy() {}

    /** The headers to send to {@code hop} for the feed at {@code home}: none anywhere else than at home. */
    public static Map<String, String> headers(FeedAccess access, URI home, URI hop) {
        var headers = new LinkedHashMap<String, String>();
        if (!isHome(home, hop)) {
            return headers;
        }
        access.headers().forEach((name, value) -> {
            if (NAME.matcher(name).matches() && !OURS.contains(name.toLowerCase(Locale.ROOT))) {
                put(headers, name, value);
            }
        });
        if (access.user() != null) {
            var pair = access.user() + ":" + (access.password() == null ? "" : access.password());
            put(
                    headers,
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        if (access.cookies() != null) {
            put(headers, "Cookie", access.cookies());
        }
        return headers;
    }

    /** The same host and port; the step from http to https, port 443, is home too, the step back is not. */
    public static boolean isHome(URI home, URI hop) {
        if (home.getHost() == null || !home.getHost().equalsIgnoreCase(hop.getHost())) {
            return false;
        }
        boolean upgraded = "http".equalsIgnoreCase(home.getScheme())
                && "https".equalsIgnoreCase(hop.getScheme())
                && port(home) == 80
                && port(hop) == 443;
        return upgraded || home.getScheme().equalsIgnoreCase(hop.getScheme()) && port(home) == port(hop);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    private static void put(Map<String, String> headers, String name, String value) {
        headers.put(name, CONTROL.matcher(value).replaceAll(" "));
    }
}
