package dev.tocsin.ingest.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of others that hold the article's own within them, so that it can be told without a request. Shorteners and
 * feedburner's {@code ~r} links hold nothing and stay as they are.
 */
final class WrappedLink {
    /** A redirect that carries its target as a parameter. */
    private record Redirect(String host, String path, List<String> parameters) {
        private Redirect(String host, String path, String... parameters) {
            this(host, path, List.of(parameters));
        }
    }

    private static final List<Redirect> REDIRECTS = List.of(
            new Redirect("google.com", "/url", "q", "url"),
            new Redirect("news.google.com", "/news/url", "url"),
            new Redirect("translate.google.com", "/translate", "u"),
            new Redirect("bing.com", "/news/apiclick.aspx", "url"),
            new Redirect("l.facebook.com", "/l.php", "u"),
            new Redirect("lm.facebook.com", "/l.php", "u"),
            new Redirect("vk.com", "/away.php", "to"),
            new Redirect("youtube.com", "/redirect", "q"),
            new Redirect("t.umblr.com", "/redirect", "z"),
            new Redirect("yandex.ru", "/turbo", "text"));
    /** {@code cdn.ampproject.org/c/s/host/path}, where the {@code s} stands for https. */
    private static final Pattern AMP_CACHE = Pattern.compile("/[a-z]/(?:s/)?([^/]+\\.[^/]+)(/.*)?");

    private static final Pattern AMP_VIEWER = Pattern.compile("/amp/(?:s/)?([^/]+\\.[^/]+)(/.*)?");
    private static final Pattern TURBO = Pattern.compile("(?:/turbo)?/(?:s/)?([^/]+\\.[^/]+)(?:/s)?(/.*)");
    private static final Pattern GOOGLE_NEWS = Pattern.compile("/(?:__i/)?(?:rss/)?(?:articles|read)/([\\w-]+=*)");
    private static final int FIELD_OF_ADDRESS = 0x22;

    private WrappedLink() {}

    static Optional<WebAddress> unwrapped(WebAddress address) {
        var host = address.host().startsWith("www.") ? address.host().substring(4) : address.host();
        if (HostForms.isWithin(host, "cdn.ampproject.org")) {
            return inPath(AMP_CACHE, address);
        }
        if (HostForms.isWithin(host, "turbopages.org")) {
            return inPath(TURBO, address);
        }
        if (host.equals("yandex.ru") && address.path().startsWith("/turbo/")) {
            return inPath(TURBO, address);
        }
        if (host.equals("google.com") && address.path().startsWith("/amp/")) {
            return inPath(AMP_VIEWER, address);
        }
        if (host.equals("news.google.com")
                && GOOGLE_NEWS.matcher(address.path()).matches()) {
            return googleNews(address.path());
        }
        return REDIRECTS.stream()
                .filter(r -> r.host().equals(host) && r.path().equals(address.path()))
                .flatMap(r -> target(r, address).stream())
                .findFirst();
    }

    private static Optional<WebAddress> inPath(Pattern form, WebAddress address) {
        var found = form.matcher(address.path());
        if (!found.matches()) {
            return Optional.empty();
        }
        var path = found.group(2) == null ? "/" : found.group(2);
        var query = address.query() == null ? "" : "?" + address.query();
        return WebAddress.parse("https://" + found.group(1) + path + query);
    }

    private static Optional<WebAddress> target(Redirect redirect, WebAddress address) {
        var query = address.query() == null ? "" : address.query();
        return redirect.parameters().stream()
                .flatMap(name -> Arrays.stream(query.split("&"))
                        .filter(p -> p.startsWith(name + "="))
                        .map(p -> PercentEncoding.decoded(p.substring(name.length() + 1))))
                .flatMap(a -> WebAddress.parse(a).stream())
                .findFirst();
    }

    /**
     * Google News writes the address into the id of its older links: a protocol buffer in base64url, the address in
     * field 4. The newer ids are opaque and stay.
     */
    private static Optional<WebAddress> googleNews(String path) {
        var id = GOOGLE_NEWS.matcher(path);
        if (!id.matches()) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(id.group(1).replace("=", ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int at = 2;
        if (bytes.length < 5 || bytes[at] != FIELD_OF_ADDRESS) {
            return Optional.empty();
        }
        int length = bytes[at + 1] & 0x7F;
        int from = at + 2;
        if ((bytes[at + 1] & 0x80) != 0) {
            length |= (bytes[at + 2] & 0x7F) << 7;
            from++;
        }
        return from + length > bytes.length
                ? Optional.empty()
                : WebAddress.parse(new String(bytes, from, length, StandardCharsets.UTF_8));
    }
}
