package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSettingsTest {
    @Test
    void takesTheClientsSettings_andNothingElse() {
        assertThat(ClientSettings.of(Map.of(
                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                        "KAFKA_SASL_JAAS_CONFIG", "org.example.Login required;",
                        "KAFKA_HEAP_OPTS", "-Xmx1g",
                        "PATH", "/bin")))
                .containsExactly(
                        Map.entry("sasl.jaas.config", "org.example.Login required;"),
                        Map.entry("sasl.mechanism", "SCRAM-SHA-512"),
                        Map.entry("security.protocol", "SASL_SSL"));
    }

    @Test
    void takesThemFromTheServicesFile_unlessTheEnvironmentSaysOtherwise(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("kafka.properties"),
                """
                kafka.security.protocol=SASL_SSL
                kafka.ssl.truststore.location=/run/tocsin/ca.pem
                quarkus.log.level=DEBUG
                """);
        assertThat(ClientSettings.of(
                        Map.of("QUARKUS_CONFIG_LOCATIONS", file.toString(), "KAFKA_SECURITY_PROTOCOL", "SSL")))
                .containsExactly(
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("ssl.truststore.location", "/run/tocsin/ca.pem"));
    }

    @Test
    void saysWhichFileIsMissing(@TempDir Path folder) {
        var environment = Map.of(
                "QUARKUS_CONFIG_LOCATIONS", folder.resolve("none.properties").toString());
        assertThatThrownBy(() -> ClientSettings.of(environment))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("none.properties");
    }
}
