package dev.tocsin.ingest;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.ingest.publish.Place;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads articles that went out again, from where they stand on their channel: ingest keeps no texts of its own. */
@ApplicationScoped
class KafkaShelf {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final String topic;
    /** One at a time: it is needed a few times an hour. */
    private final ReentrantLock reading = new ReentrantLock();

    KafkaShelf(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = Channel.DEFAULT_PREFIX) String prefix) {
        this.kafka = kafka;
        this.topic = Channel.ARTICLES_FETCHED.kafkaTopic(prefix);
    }

    /**
     * Empty where the channel has dropped it meanwhile, or holds another there.
     *
     * @throws KafkaException when the broker cannot be asked, which says nothing about the article
     */
    Optional<FetchedArticle> read(String id, Place place) {
        reading.lock();
        try (var consumer =
                new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, place.partition());
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
            for (var record : consumer.poll(PATIENCE)) {
                return record.offset() == place.offset() && id.equals(record.key())
                        ? Optional.of(Json.read(record.value(), FetchedArticle.class))
                        : Optional.empty();
            }
            throw new TimeoutException("nothing came from " + partition + " in " + PATIENCE.toSeconds() + " s");
        } catch (InvalidOffsetException | UnreadableMessageException e) {
            Log.warnf("cannot be read again article=%s channel=%s error=%s", id, topic, e.getMessage());
            return Optional.empty();
        } finally {
            reading.unlock();
        }
    }

    /** The client's settings for a consumer that joins no group and reads little. */
    static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<String, Object>();
        kafka.forEach((key, value) -> {
            if (ConsumerConfig.configNames().contains(key)) {
                settings.put(key, value);
            }
        });
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 64 * 1024);
        return settings;
    }
}
