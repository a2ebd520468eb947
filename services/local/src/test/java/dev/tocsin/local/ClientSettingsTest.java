package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
