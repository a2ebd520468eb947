package dev.tocsin.alerts;

import dev.tocsin.alerts.policy.AlertRules;
import dev.tocsin.alerts.policy.InvalidPolicyException;
import dev.tocsin.alerts.policy.PolicyFile;
import dev.tocsin.contracts.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the parts to Quarkus, which starts the topology once its channels exist. */
final class Wiring {
    @Produces
    @Singleton
    Topology topology(
            AlertsConfig config,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = "tocsin") String prefix,
            MeterRegistry registry,
            Spans spans) {
        return new AlertsTopology(
                        config, rules(config.policy()), prefix, InstantSource.system(), new Meters(registry, spans))
                .build();
    }

    /** A wrong policy ends the start with its one line: ringing by another one would be worse than not starting. */
    static AlertRules rules(String policy) {
        var file = Path.of(policy);
        if (policy.equals(AlertsConfig.DEFAULT_POLICY) && !Files.exists(file)) {
            return AlertRules.DEFAULTS;
        }
        try {
            return PolicyFile.read(file);
        } catch (InvalidPolicyException e) {
            throw new IllegalStateException(e);
        }
    }

    @Produces
    @Singleton
    Sorter sorter(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String streams,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = "tocsin") String prefix,
            MeterRegistry registry,
            Spans spans) {
        return new Sorter(broker, streams, prefix, InstantSource.system(), new Meters(registry, spans));
    }

    void start(@Observes StartupEvent event, Sorter sorter) {
        sorter.start();
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event, Sorter sorter) {
        sorter.close();
    }

    @Produces
    @Singleton
    Spans spans() {
        return Spans.of("alerts", System.getenv(), InstantSource.system());
    }

    void close(@Disposes Spans spans) {
        spans.close();
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler threadReplacement(AlertsConfig config) {
        return new ThreadReplacement(config.maxReplacements(), config.replacementWindow(), InstantSource.system());
    }
}
