package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.CrossSite;
import dev.tocsin.dashboard.manners.Cors;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses what another site makes a desk's browser send, unless an operator named that site and it has a key of its own. */
@Singleton
final class CrossSiteFilter {
    // later: the framework makes its filters before there is a configuration
    private final Provider<Cors> cors;

    CrossSiteFilter(Provider<Cors> cors) {
        this.cors = cors;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response filter(ContainerRequestContext request, HttpServerRequest http) {
        var authority = http.authority();
        var origin = request.getHeaderString("Origin");
        boolean refused = CrossSite.refuses(
                request.getMethod(),
                request.getHeaderString("Sec-Fetch-Site"),
                origin,
                authority == null ? null : authority.toString());
        return refused && !(cors.get().allows(origin) && hasKey(request))
                ? Problem.of(
                                403,
                                "Sent by another site",
                                "This may only be sent by Tocsin's own pages, or by no browser.")
                        .response()
                : null;
    }

    private static boolean hasKey(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                || request.getHeaderString("X-API-Key") != null;
    }
}
