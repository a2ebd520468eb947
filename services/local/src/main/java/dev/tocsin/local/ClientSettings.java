package dev.tocsin.local;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Settings of a Kafka client from the environment, under the names that the services read them by: {@code KAFKA_SASL_MECHANISM}. */
final class ClientSettings {
    private static final String PREFIX = "KAFKA_";

    private ClientSettings() {}

    /** What else stands under that prefix, such as {@code KAFKA_HEAP_OPTS}, is left out. */
    static Map<String, Object> of(Map<String, String> environment) {
        var settings = new TreeMap<String, Object>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                var setting =
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
                if (AdminClientConfig.configNames().contains(setting)) {
                    settings.put(setting, value);
                }
            }
        });
        return settings;
    }
}
