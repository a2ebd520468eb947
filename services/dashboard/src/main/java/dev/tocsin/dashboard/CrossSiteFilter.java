package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.CrossSite;
import dev.tocsin.dashboard.manners.Cors;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses what another site makes a desk's browser send, unless an operator named that site and it has a key of its own. */
@Singleton
final class CrossSiteFilter {
    private final Cors cors;

    CrossSiteFilter(Cors cors) {
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
        return refused && !(cors.allows(origin) && hasKey(request))
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
