package dev.tocsin.alerts;

import dev.tocsin.alerts.policy.AlertRules;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** The service's own application.properties without Quarkus, so that tests run the topology as it will be run. */
final class Settings {
    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    static final String STREAMS_ID = "tocsin-alerts-streams";
    private static final String STREAMS = "kafka-streams.";

    private final SmallRyeConfig config;
    final MeterRegistry registry = new SimpleMeterRegistry();

    private Settings(SmallRyeConfig config) {
        this.config = config;
    }

    static Settings in(Path stateDir) {
        return in(stateDir, Map.of());
    }

    static Settings in(Path stateDir, Map<String, String> others) {
        var file = Objects.requireNonNull(Settings.class.getResource("/application.properties"));
        try {
            var builder = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(new PropertiesConfigSource(file))
                    .withSources(new PropertiesConfigSource(others, "test", 1_000))
                    .withConverter(Duration.class, 200, new DurationConverter())
                    .withMapping(AlertsConfig.class)
                    .withDefaultValue("tocsin.alerts.state-dir", stateDir.toString());
            return new Settings(builder.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Topology topology() {
        return new AlertsTopology(alerts(), rules(), "tocsin", () -> NOW, new Meters(registry, Spans.NOBODY)).build();
    }

    Sorting sorting() {
        return new Sorting(
                Sorter.channel(STREAMS_ID),
                Channel.DEAD_LETTERS.kafkaTopic("tocsin"),
                () -> NOW,
                new Meters(registry, Spans.NOBODY));
    }

    Sorter sorter(String bootstrapServers) {
        return new Sorter(
                Map.of("bootstrap.servers", bootstrapServers),
                STREAMS_ID,
                "tocsin",
                () -> NOW,
                new Meters(registry, Spans.NOBODY));
    }

    StoryProcessor storyProcessor() {
        return new StoryProcessor(alerts(), rules(), () -> NOW, new Meters(registry, Spans.NOBODY));
    }

    private AlertRules rules() {
        return Wiring.rules(alerts().policy());
    }

    private AlertsConfig alerts() {
        return config.getConfigMapping(AlertsConfig.class);
    }

    /** What Quarkus hands to Kafka Streams. */
    Properties streams(String bootstrapServers) {
        var properties = new Properties();
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(STREAMS)) {
                properties.put(
                        name.substring(STREAMS.length()),
                        config.getConfigValue(name).getValue());
            }
        }
        properties.put("application.id", STREAMS_ID);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }

    double count(String counter, String... tags) {
        return registry.counter(counter, tags).count();
    }
}
