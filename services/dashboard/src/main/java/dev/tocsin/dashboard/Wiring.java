package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.trace.Spans;
import dev.tocsin.dashboard.live.LiveRing;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** Gives the container what it cannot build by itself. */
final class Wiring {
    /** One mapper for messages and HTTP, the contracts' own. */
    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Json.mapper();
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    LiveRing ring(DashboardConfig config) {
        return new LiveRing(config.live().ringEvents(), config.live().ringSize().asLongValue());
    }

    @Produces
    @Singleton
    Spans spans(InstantSource clock) {
        return Spans.of("dashboard", System.getenv(), clock);
    }

    void close(@Disposes Spans spans) {
        spans.close();
    }
}
