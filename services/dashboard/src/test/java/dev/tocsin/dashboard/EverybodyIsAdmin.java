package dev.tocsin.dashboard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets tests that are of something else ask as the local admin, be it with a browser; tests of access turn it off. */
@Singleton
final class EverybodyIsAdmin {
    static final String SETTING = "test.everybody-is-admin";

    private final boolean on;

    EverybodyIsAdmin(@ConfigProperty(name = SETTING, defaultValue = "true") boolean on) {
        this.on = on;
    }

    void listen(@Observes Filters filters) {
        filters.register(this::bring, 1_000);
    }

    private void bring(RoutingContext request) {
        var headers = request.request().headers();
        if (on && !headers.contains("Authorization") && !headers.contains("X-API-Key")) {
            headers.set("Authorization", "Bearer " + LocalAdmin.KEY);
        }
        request.next();
    }
}
