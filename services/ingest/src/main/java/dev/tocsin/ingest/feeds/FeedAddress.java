package dev.tocsin.ingest.feeds;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/** Where a feed is, in the one spelling that its id is made from: {@code http}, {@code https} or {@code file}. */
public record FeedAddress(URI uri) {
    private static final int MAX_LENGTH = 2048;

    /**
     * An address that somebody gives over HTTP, where files of this machine are nobody's business.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static FeedAddress ofWeb(String text) {
        var uri = parse(text.strip());
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw wrong(text, "an address that begins with http:// or https:// is expected");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw wrong(text, "it names no host");
        }
        if (uri.getRawUserInfo() != null) {
            throw wrong(text, "a user name or password does not belong into an address");
        }
        return new FeedAddress(spelled(uri, scheme));
    }

    /**
     * An address of the operator's configuration: as {@link #ofWeb}, or a {@code file:} URI, or a path.
     *
     * @param folder that relative paths start from
     * @throws IllegalArgumentException that says what is wrong with it
     */
    public static FeedAddress ofConfiguration(String text, Path folder) {
        var stripped = text.strip();
        var lower = stripped.toLowerCase(Locale.ROOT);
        if (lower.startsWith("file:")) {
            return new FeedAddress(Path.of(parse(stripped)).normalize().toUri());
        }
        if (lower.contains("://")) {
            return ofWeb(stripped);
        }
        if (stripped.isEmpty()) {
            throw wrong(text, "it is empty");
        }
        return new FeedAddress(
                folder.resolve(stripped).toAbsolutePath().normalize().toUri());
    }

    /** The feed's id: the same address is the same feed, on every machine. */
    public String id() {
        return ShortHash.of(uri.toString());
    }

    public boolean isFile() {
        return "file".equals(uri.getScheme());
    }

    private static URI spelled(URI uri, String scheme) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : uri.getPort();
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + query);
    }

    private static URI parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("'url' has " + text.length() + " characters, at most " + MAX_LENGTH);
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(text, e.getReason());
        }
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("'url' is '" + text + "': " + why);
    }
}
