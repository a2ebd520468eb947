package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Settings of a Kafka client from where the services have them: files of properties that {@code QUARKUS_CONFIG_LOCATIONS}
 * names ({@code kafka.sasl.mechanism=…}), and before them the environment ({@code KAFKA_SASL_MECHANISM}).
 */
final class ClientSettings {
    private static final String LOCATIONS = "QUARKUS_CONFIG_LOCATIONS";
    private static final String PREFIX = "KAFKA_";

    private ClientSettings() {}

    /** What else stands there, such as {@code KAFKA_HEAP_OPTS}, is left out. */
    static Map<String, Object> of(Map<String, String> environment) {
        var settings = new TreeMap<String, Object>();
        for (var file : environment.getOrDefault(LOCATIONS, "").split(",")) {
            if (!file.isBlank()) {
                take(read(Path.of(file.strip())), settings);
            }
        }
        take(environment, settings);
        return settings;
    }

    private static void take(Map<String, String> from, Map<String, Object> settings) {
        from.forEach((name, value) -> {
            var key = name.replace('.', '_').toUpperCase(Locale.ROOT);
            if (key.startsWith(PREFIX)) {
                var setting =
                        key.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
                if (AdminClientConfig.configNames().contains(setting)) {
                    settings.put(setting, value);
                }
            }
        });
    }

    private static Map<String, String> read(Path file) {
        var properties = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException e) {
            throw new LaunchException(LOCATIONS + " names " + file + ", which cannot be read: " + e, e);
        }
        var read = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
        return read;
    }
}
