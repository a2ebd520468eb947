package dev.tocsin.ingest.article;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of a page's address that its copies agree on, whichever feed, newsletter, phone or search engine they
 * came by. It is an identity, not always an address to be asked: what is asked is the address as given.
 *
 * <p>Applied are RFC 3986, 6.2 (case, escapes, dots, default ports); then what holds for news sites: http and https,
 * {@code www.} or not, a slash at the end or not, the order of parameters make no other article; addresses within
 * redirects and AMP caches are taken out, AMP and mobile forms become the page's own, parameters that only tell who
 * came from where go, and so do fragments but {@code #!} ones, which are pages.
 */
public final class CanonicalUrl {
    private static final int MAX_LENGTH = 4096;
    /** Forms stand within forms: a tracked link to the mobile form of an AMP page. What has more of them is left as it is. */
    private static final int MAX_STEPS = 10;

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/;]*");

    private CanonicalUrl() {}

    /** The address as given, made absolute; empty for what no browser should be sent to, such as {@code javascript:}. */
    public static Optional<String> absolute(@Nullable String link, @Nullable String base) {
        if (link == null || link.isBlank() || link.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var given = link.strip();
        if (SCHEME.matcher(given).matches()) {
            return WebAddress.parse(given).map(WebAddress::toString);
        }
        return Optional.ofNullable(base)
                .flatMap(WebAddress::parse)
                .flatMap(b -> resolved(b, given))
                .map(WebAddress::toString);
    }

    /** The canonical spelling of an absolute http(s) address; empty for anything else. */
    public static Optional<String> of(String url) {
        return url.length() > MAX_LENGTH
                ? Optional.empty()
                : WebAddress.parse(url).map(CanonicalUrl::settled);
    }

    /**
     * The canonical spelling that a page itself declares ({@code rel=canonical}, RFC 6596), else that of its address. The
     * declaration is believed within the page's own site, and where it does not name a front page or a section above the
     * page: templates that say so for every article are common.
     */
    public static Optional<String> declared(String page, @Nullable String canonicalLink) {
        var own = of(page);
        var declared = absolute(canonicalLink, page).flatMap(CanonicalUrl::of);
        return declared.filter(d -> own.isPresent() && isTrustworthy(own.get(), d))
                .or(() -> own);
    }

    /** False for a site's front page, which many items may link to: it cannot tell one article from another. */
    public static boolean namesOnePage(String canonicalUrl) {
        return WebAddress.parse(canonicalUrl)
                .map(a -> a.query() != null || a.fragment() != null || !a.path().equals("/"))
                .orElse(false);
    }

    /** The lower-case host without {@code www.} or {@code m.} before it; empty where the address has none. */
    public static Optional<String> host(@Nullable String url) {
        return Optional.ofNullable(url).flatMap(WebAddress::parse).map(a -> HostForms.plain(a.host()));
    }

    private static boolean isTrustworthy(String page, String declared) {
        var one = WebAddress.parse(page).orElseThrow();
        var other = WebAddress.parse(declared).orElseThrow();
        boolean section = one.path().startsWith(other.path() + "/") && other.query() == null;
        return Site.of(one.host()).equals(Site.of(other.host())) && namesOnePage(declared) && !section;
    }

    private static Optional<WebAddress> resolved(WebAddress base, String link) {
        if (link.startsWith("//")) {
            return WebAddress.parse(base.scheme() + ":" + link);
        }
        try {
            // Only the path is the library's to resolve; its escapes are normal before and after.
            var relative = PercentEncoding.normal(link.replace("#", "\0")).replace("%00", "#");
            var path =
                    URI.create(base.withQuery(null).withHost("host").toString()).resolve(relative);
            return WebAddress.parse(path.toString())
                    .map(a ->
                            new WebAddress(base.scheme(), base.host(), base.port(), a.path(), a.query(), a.fragment()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String settled(WebAddress given) {
        var address = given;
        for (int i = 0; i < MAX_STEPS; i++) {
            var next = step(address);
            if (next.equals(address)) {
                return address.toString();
            }
            address = next;
        }
        return given.toString();
    }

    private static WebAddress step(WebAddress given) {
        var direct = WrappedLink.unwrapped(given).orElse(given);
        var page = AmpForm.undone(direct);
        var path = dotless(SESSION.matcher(page.path()).replaceAll(""));
        var fragment = page.fragment() != null && page.fragment().startsWith("!") ? page.fragment() : null;
        var query = TrackingParameters.without(page.query());
        return new WebAddress(
                page.port() < 0 ? "https" : page.scheme(),
                HostForms.plain(page.host()),
                page.port(),
                path,
                query,
                fragment);
    }

    /** Without dot segments (RFC 3986, 5.2.4) and without a slash at the end. */
    private static String dotless(String path) {
        var normal = path.contains("/.") || path.contains("//")
                ? URI.create("http://host" + path).normalize().getRawPath()
                : path;
        while (normal.startsWith("/../")) {
            normal = normal.substring(3);
        }
        while (normal.length() > 1 && normal.endsWith("/")) {
            normal = normal.substring(0, normal.length() - 1);
        }
        return normal.isEmpty() || normal.equals("/..") ? "/" : normal;
    }
}
