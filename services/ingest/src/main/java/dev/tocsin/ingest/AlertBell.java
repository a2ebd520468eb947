package dev.tocsin.ingest;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes alerts to their channel. They are rare, so a producer is made for each round and costs nothing in between. */
@ApplicationScoped
class AlertBell {
    private static final int BUFFER_BYTES = 1024 * 1024;

    private final Map<String, Object> settings = new HashMap<>();
    private final Duration patience;
    private final String topic;

    AlertBell(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            IngestConfig config,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = Channel.DEFAULT_PREFIX) String prefix) {
        this.patience = config.sendTimeout();
        this.topic = Channel.ALERTS.kafkaTopic(prefix);
        kafka.forEach((key, value) -> {
            if (ProducerConfig.configNames().contains(key)) {
                settings.put(key, value);
            }
        });
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "tocsin-ingest-coverage");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                patience.dividedBy(2).toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    }

    /** Hands on each alert once the broker has it; what is not handed on may or may not be there. */
    void ring(Map<String, Alert> alerts, Consumer<String> acknowledged) throws InterruptedException {
        if (alerts.isEmpty()) {
            return;
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var entry : alerts.entrySet()) {
                producer.send(message(entry.getValue())).get(patience.toMillis(), TimeUnit.MILLISECONDS);
                acknowledged.accept(entry.getKey());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the channel " + topic + " does not take an alert: " + e.getMessage(), e);
        }
    }

    private ProducerRecord<String, byte[]> message(Alert alert) {
        var message = new ProducerRecord<>(topic, alert.story(), Json.write(alert));
        var alerted = alert.times().alerted();
        CloudEvent.of(Channel.ALERTS, "ingest", alert.story(), alert.revision(), alerted, TraceParent.start())
                .headers()
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
