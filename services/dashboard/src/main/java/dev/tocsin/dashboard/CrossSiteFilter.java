package dev.tocsin.dashboard;

import dev.tocsin.dashboard.guard.CrossSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses what another site makes a desk's browser send. */
final class CrossSiteFilter {
    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response filter(ContainerRequestContext request, HttpServerRequest http) {
        var authority = http.authority();
        boolean refused = CrossSite.refuses(
                request.getMethod(),
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                authority == null ? null : authority.toString());
        return refused
                ? Problem.of(
                                403,
                                "Sent by another site",
                                "This may only be sent by Tocsin's own pages, or by no browser.")
                        .response()
                : null;
    }
}
