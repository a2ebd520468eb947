package dev.tocsin.alerts;

import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Only a new process helps streams that gave up; waiting for channels or for a rebalance is no reason for one. */
@Liveness
@Singleton
final class StreamsLiveness implements HealthCheck {
    private final KafkaStreams streams;

    StreamsLiveness(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        var state = streams.state();
        return HealthCheckResponse.named("streams")
                .status(state != KafkaStreams.State.ERROR && state != KafkaStreams.State.PENDING_ERROR)
                .withData("state", state.name())
                .build();
    }
}
