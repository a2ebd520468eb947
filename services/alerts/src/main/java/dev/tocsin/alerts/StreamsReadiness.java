package dev.tocsin.alerts;

import io.quarkus.kafka.streams.runtime.KafkaStreamsTopologyManager;
import jakarta.inject.Singleton;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready is: every task is assigned and restored, articles are brought to them, and the broker shows the channels. While channels are
 * missing, the broker is gone or streams gave up, it is not.
 */
@Readiness
@Singleton
final class StreamsReadiness implements HealthCheck {
    private final KafkaStreams streams;
    private final KafkaStreamsTopologyManager channels;
    private final Sorter sorter;

    StreamsReadiness(KafkaStreams streams, KafkaStreamsTopologyManager channels, Sorter sorter) {
        this.streams = streams;
        this.channels = channels;
        this.sorter = sorter;
    }

    @Override
    public HealthCheckResponse call() {
        var state = streams.state();
        var missing = missingChannels();
        var trouble = sorter.trouble();
        var response = HealthCheckResponse.named("streams")
                .status(state == KafkaStreams.State.RUNNING && missing.isEmpty() && trouble.isEmpty())
                .withData("state", state.name());
        if (!trouble.isEmpty()) {
            response.withData("articles", trouble);
        }
        if (!missing.isEmpty()) {
            response.withData("missing", String.join(", ", missing));
        }
        return response.build();
    }

    /** All of them when the broker does not answer in time, see {@code quarkus.kafka-streams.topics-timeout}. */
    private Set<String> missingChannels() {
        try {
            return channels.getMissingTopics();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.copyOf(channels.getSourceTopics());
        }
    }
}
