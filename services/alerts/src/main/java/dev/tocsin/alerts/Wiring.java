package dev.tocsin.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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
            MeterRegistry registry) {
        return new AlertsTopology(config, prefix, InstantSource.system(), new Meters(registry)).build();
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler threadReplacement(AlertsConfig config) {
        return new ThreadReplacement(config.maxReplacements(), config.replacementWindow(), InstantSource.system());
    }
}
