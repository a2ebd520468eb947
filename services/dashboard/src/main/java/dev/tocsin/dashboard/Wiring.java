package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.live.LiveRing;
import dev.tocsin.dashboard.manners.Cors;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

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
    Cors cors(DashboardConfig config) {
        return new Cors(config.api().origins().orElse(Set.of()));
    }

    @Produces
    @Singleton
    LiveRing ring(DashboardConfig config) {
        return new LiveRing(config.live().ringEvents(), config.live().ringSize().asLongValue());
    }
}
