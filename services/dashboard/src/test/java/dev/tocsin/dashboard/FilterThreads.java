package dev.tocsin.dashboard;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Remembers the requests whose filters ran on an event loop, where the audit trail's writes would hold up everybody. */
final class FilterThreads {
    static final Set<String> ON_AN_EVENT_LOOP = new ConcurrentSkipListSet<>();

    @ServerRequestFilter
    void look(ContainerRequestContext request) {
        if (!Thread.currentThread().isVirtual()) {
            ON_AN_EVENT_LOOP.add(
                    request.getMethod() + " " + request.getUriInfo().getPath());
        }
    }
}
