package dev.tocsin.ingest.feeds;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a {@code Location} header leads (RFC 9110, 10.2.2), read as leniently as browsers do. */
public final class Redirect {
    private static final int MAX_LENGTH = 2048;
    private static final Pattern AUTHORITY = Pattern.compile("(?i)^(https?:)?//([^/?#]*)");

    private Redirect() {}

    /**
     * @return an http or https address without user name and fragment
     * @throws IllegalArgumentException that says why this is nowhere to go
     */
    public static URI next(URI from, String location) {
        if (location.isBlank()) {
            throw new IllegalArgumentException("an empty location");
        }
        if (location.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a location of " + location.length() + " characters");
        }
        try {
            var next = from.resolve(new URI(encoded(ascii(location.strip()))));
            var scheme = next.getScheme() == null ? "" : next.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new IllegalArgumentException("the scheme " + scheme + " is not http or https");
            }
            if (next.getHost() == null || next.getHost().isEmpty()) {
                throw new IllegalArgumentException("a location that names no host");
            }
            if (next.getRawUserInfo() != null) {
                throw new IllegalArgumentException("a location with a user name");
            }
            var path = next.getRawPath().isEmpty() ? "/" : next.getRawPath();
            var query = next.getRawQuery() == null ? "" : "?" + next.getRawQuery();
            return new URI(scheme + "://" + next.getRawAuthority().toLowerCase(Locale.ROOT) + path + query);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a location that is no address: " + e.getReason(), e);
        }
    }

    /** A host's name in the form that is asked for (RFC 5891). */
    private static String ascii(String location) {
        var authority = AUTHORITY.matcher(location);
        if (!authority.find() || authority.group(2).chars().allMatch(c -> c < 0x80)) {
            return location;
        }
        var host = IDN.toASCII(authority.group(2), IDN.ALLOW_UNASSIGNED);
        return location.substring(0, authority.start(2)) + host + location.substring(authority.end(2));
    }

    private static String encoded(String location) {
        var authority = AUTHORITY.matcher(location);
        int path = authority.find() ? authority.end() : 0;
        var encoded = new StringBuilder(location.length());
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            // brackets are for addresses of IPv6, and nowhere else
            boolean bracket = (c == '[' || c == ']') && encoded.length() >= path;
            boolean kept = c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0 && !bracket;
            if (kept) {
                encoded.append((char) c);
            } else {
                encoded.append('%').append(String.format("%02X", c));
            }
        }
        return encoded.toString();
    }
}
