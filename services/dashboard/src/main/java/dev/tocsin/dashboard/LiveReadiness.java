package dev.tocsin.dashboard;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the live channels cannot be read: a board that shows nothing new must not look calm. */
@Readiness
@Singleton
final class LiveReadiness implements HealthCheck {
    private final LiveReader reader;

    LiveReadiness(LiveReader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("live channels");
        var trouble = reader.trouble();
        return trouble.isEmpty()
                ? answer.up().build()
                : answer.down().withData("error", trouble.get()).build();
    }
}
