package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.Credential;
import dev.tocsin.dashboard.guard.CrossSite;
import dev.tocsin.dashboard.guard.Loopback;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request says of its sender. */
final class Requests {
    /** Under TLS the prefix binds it to this host (RFC 6265bis); without, hosts share their cookies over all ports. */
    private static final String SECURE_COOKIE = "__Host-tocsin";

    private static final int HTTP_PORT = 80;

    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private Requests() {}

    static boolean isSecure(HttpServerRequest request) {
        return "https".equalsIgnoreCase(request.scheme());
    }

    /**
     * The name of one of our cookies.
     *
     * @param part nothing for the session's
     */
    static String cookieName(HttpServerRequest request, String part) {
        return (isSecure(request) ? SECURE_COOKIE : "tocsin-" + port(request)) + part;
    }

    /** Where its sender thinks to be: behind a balancer each replica has another port, and all have the same sessions. */
    private static int port(HttpServerRequest request) {
        var authority = request.authority();
        return authority == null || authority.port() < 0 ? HTTP_PORT : authority.port();
    }

    static @Nullable String cookie(HttpServerRequest request, String part) {
        var cookie = request.getCookie(cookieName(request, part));
        return cookie == null ? null : cookie.getValue();
    }

    static Credential credential(HttpServerRequest request) {
        return Credential.of(request.getHeader("Authorization"), request.getHeader("X-API-Key"), cookie(request, ""));
    }

    static CrossSite.Sent sent(HttpServerRequest request) {
        return new CrossSite.Sent(
                request.method().name(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Sec-Fetch-Mode"),
                request.getHeader("Origin"),
                authority(request));
    }

    static String address(HttpServerRequest request) {
        var address = request.remoteAddress().hostAddress();
        return address == null ? "unknown" : address;
    }

    /** Whether it was typed on this machine. */
    static boolean isOwn(HttpServerRequest request) {
        boolean forwarded = FORWARDED.stream().anyMatch(name -> request.getHeader(name) != null);
        return Loopback.isOwn(request.remoteAddress().hostAddress(), authority(request), forwarded);
    }

    static boolean wantsPage(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html") && !request.path().startsWith("/api");
    }

    private static @Nullable String authority(HttpServerRequest request) {
        var authority = request.authority();
        return authority == null ? null : authority.toString();
    }
}
