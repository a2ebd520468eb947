package dev.tocsin.ingest;

import com.mongodb.MongoException;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.ingest.relook.ReLook;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads on the alerts channel which articles rang, and schedules their re-looks. Replicas share it as one group. */
@ApplicationScoped
class AlertReader {
    private static final String GROUP = "tocsin-ingest";
    private static final Duration POLL = Duration.ofSeconds(1);
    /** The longest that the broker may gather; clients give up a request after 30 s. */
    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(20);
    /** Alerts that are scheduled together. */
    private static final int MOST = 500;

    private static final int PARTITION_BYTES = 512 * 1024;

    private final Map<String, Object> kafka;
    private final String topic;
    private final ReLookStore store;
    private final Duration gathering;

    AlertReader(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = Channel.DEFAULT_PREFIX) String prefix,
            ReLookStore store,
            IngestConfig config) {
        this.kafka = kafka;
        this.topic = Channel.ALERTS.kafkaTopic(prefix);
        this.store = store;
        var tick = config.relook().tick();
        this.gathering = tick.compareTo(LONGEST_GATHERING) < 0 ? tick : LONGEST_GATHERING;
    }

    /**
     * Reads until it is interrupted or a neighbour is down; what was not scheduled is then not committed and comes again.
     *
     * @throws MongoException when the store is down
     * @throws org.apache.kafka.common.KafkaException when the broker is
     */
    void read() {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!Thread.currentThread().isInterrupted()) {
                var batch = consumer.poll(POLL);
                if (!batch.isEmpty()) {
                    schedule(batch);
                    consumer.commitSync();
                }
            }
        }
    }

    private void schedule(ConsumerRecords<String, byte[]> batch) {
        var rang = new HashMap<String, ReLook>();
        for (var record : batch) {
            var alert = alert(record.key(), record.value());
            // What is played again rang long ago, and its pages have changed since.
            if (alert != null && alert.status() == Alert.Status.Actual) {
                for (var link : alert.links()) {
                    if (link.url() != null) {
                        rang.putIfAbsent(
                                link.article(),
                                ReLook.of(
                                        link.article(),
                                        link.url(),
                                        alert.times().alerted()));
                    }
                }
            }
        }
        if (!rang.isEmpty()) {
            rang.keySet().removeAll(store.known(rang.keySet()));
        }
        if (!rang.isEmpty()) {
            store.schedule(rang.values());
        }
    }

    /** The archive and notify read this channel too and bury what cannot be read; here it is only passed over. */
    private @Nullable Alert alert(@Nullable String story, byte @Nullable [] value) {
        try {
            return value == null ? null : Json.read(value, Alert.class);
        } catch (UnreadableMessageException e) {
            Log.warnf("alert is passed over story=%s channel=%s error=%s", story, topic, e.getMessage());
            return null;
        }
    }

    private Map<String, Object> settings() {
        var settings = KafkaShelf.settings(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP + "-alerts");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        // nothing is urgent here, and many alerts together cost little more than one
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, PARTITION_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) gathering.toMillis());
        return settings;
    }
}
