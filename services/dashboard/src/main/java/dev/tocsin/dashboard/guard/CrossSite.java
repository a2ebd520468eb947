package dev.tocsin.dashboard.guard;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request that another site makes a browser send. While there is no login, a browser on the desk's network is
 * the credential, so such a request may read nothing it could see (no CORS headers are ever sent) and change nothing.
 *
 * <p>Fetch Metadata decides where the browser sends it (all since 2023); else the Origin must name this host. A request
 * with neither comes from no browser.
 */
public final class CrossSite {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private CrossSite() {}

    /**
     * Whether to refuse a request.
     *
     * @param fetchSite the header {@code Sec-Fetch-Site}
     * @param origin the header {@code Origin}
     * @param authority host and port that the request was sent to, as the client wrote them
     */
    public static boolean refuses(
            String method, @Nullable String fetchSite, @Nullable String origin, @Nullable String authority) {
        if (SAFE_METHODS.contains(method.toUpperCase(Locale.ROOT))) {
            return false;
        }
        if (fetchSite != null) {
            return !OWN.contains(fetchSite.toLowerCase(Locale.ROOT));
        }
        return origin != null && !names(origin, authority);
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
