package dev.tocsin.dashboard.guard;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request that another site makes a browser send. A session's cookie goes along with such a request, and on the
 * desk's own machine no cookie is needed to read; so it may change nothing, and read nothing but a page that a link leads
 * to (no CORS headers are ever sent).
 *
 * <p>Fetch Metadata decides where the browser sends it (all since 2023); else the Origin must name this host. A request
 * with neither comes from no browser.
 */
public final class CrossSite {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private CrossSite() {}

    /**
     * What browsers say of a request.
     *
     * @param fetchSite the header {@code Sec-Fetch-Site}
     * @param fetchMode the header {@code Sec-Fetch-Mode}
     * @param origin the header {@code Origin}
     * @param authority host and port that the request was sent to, as the client wrote them
     */
    public record Sent(
            String method,
            @Nullable String fetchSite,
            @Nullable String fetchMode,
            @Nullable String origin,
            @Nullable String authority) {
        boolean isSafe() {
            return SAFE_METHODS.contains(method.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether to refuse a request, whoever sends it. */
    public static boolean refuses(Sent sent) {
        if (sent.fetchSite() != null) {
            var site = sent.fetchSite().toLowerCase(Locale.ROOT);
            return sent.isSafe()
                    ? site.equals("cross-site") && !"navigate".equalsIgnoreCase(sent.fetchMode())
                    : !OWN.contains(site);
        }
        return !sent.isSafe() && sent.origin() != null && !names(sent.origin(), sent.authority());
    }

    /** Whether it says that one of our own pages sent it: what a browser's cookie alone is worth nothing without. */
    public static boolean isProvenOwn(Sent sent) {
        return sent.fetchSite() != null
                ? OWN.contains(sent.fetchSite().toLowerCase(Locale.ROOT))
                : sent.origin() != null && names(sent.origin(), sent.authority());
    }

    private static boolean names(String origin, @Nullable String authority) {
        try {
            var host = URI.create(origin).getRawAuthority();
            return host != null && host.equalsIgnoreCase(authority);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
