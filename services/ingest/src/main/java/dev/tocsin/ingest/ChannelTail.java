package dev.tocsin.ingest;

import com.mongodb.MongoException;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.ingest.edit.Wording;
import dev.tocsin.ingest.publish.Place;
import dev.tocsin.ingest.publish.Salvage;
import dev.tocsin.ingest.publish.Salvage.Sent;
import dev.tocsin.ingest.publish.SeenArticles;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the end of the articles' channel again, for what a replica that died had sent and not marked. */
@ApplicationScoped
class ChannelTail implements Replicas.Leavings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Between a message's time and its mark, beside the wait for the broker; and what clocks differ by. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final int AT_ONCE = 200;
    private static final int FETCH_BYTES = 2 * 1024 * 1024;

    private final Map<String, Object> kafka;
    private final String topic;
    private final Duration margin;
    private final Salvage salvage;

    ChannelTail(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = Channel.DEFAULT_PREFIX) String prefix,
            IngestConfig config,
            SeenArticles seen) {
        this.kafka = kafka;
        this.topic = Channel.ARTICLES_FETCHED.kafkaTopic(prefix);
        this.margin = config.sendTimeout().plus(MARGIN);
        this.salvage = new Salvage(seen);
    }

    /**
     * Returns when all that stood on the channel is marked.
     *
     * @param since when whoever died was last alive
     * @throws KafkaException when the broker is down
     * @throws MongoException when the store is
     */
    @Override
    public void mark(Instant since) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var left = begin(consumer, since.minus(margin));
            int marked = 0;
            while (!left.isEmpty()) {
                var records = consumer.poll(PATIENCE);
                if (records.isEmpty()) {
                    throw new TimeoutException("nothing came from " + left.keySet() + " in " + PATIENCE);
                }
                marked += mark(records);
                left.entrySet().removeIf(p -> consumer.position(p.getKey()) >= p.getValue());
            }
            if (marked > 0) {
                Log.infof("marked what a replica that died had sent articles=%d channel=%s", marked, topic);
            }
        }
    }

    /** Partitions that hold something newer, each with where it ends now. */
    private Map<TopicPartition, Long> begin(KafkaConsumer<String, byte[]> consumer, Instant since) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(partitions);
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(p -> times.put(p, since.toEpochMilli()));
        var begins = consumer.offsetsForTimes(times);
        var left = new HashMap<>(consumer.endOffsets(partitions));
        left.entrySet().removeIf(p -> {
            var begin = begins.get(p.getKey());
            return begin == null || begin.offset() >= p.getValue();
        });
        consumer.assign(left.keySet());
        left.keySet().forEach(p -> consumer.seek(p, begins.get(p).offset()));
        return left;
    }

    private int mark(ConsumerRecords<String, byte[]> records) {
        var firsts = new LinkedHashMap<String, ConsumerRecord<String, byte[]>>();
        for (var record : records) {
            if (record.key() != null && record.headers().lastHeader(KafkaOutlet.CARRIED) != null) {
                firsts.putIfAbsent(record.key(), record);
            }
        }
        firsts.keySet().retainAll(firsts.isEmpty() ? List.of() : salvage.unmarked(firsts.keySet()));
        var sent = firsts.values().stream()
                .map(this::sent)
                .flatMap(Optional::stream)
                .toList();
        salvage.mark(sent);
        return sent.size();
    }

    private Optional<Sent> sent(ConsumerRecord<String, byte[]> record) {
        try {
            var code =
                    new String(record.headers().lastHeader(KafkaOutlet.CARRIED).value(), StandardCharsets.UTF_8);
            var article = Json.read(record.value(), FetchedArticle.class);
            var place = new Place(record.partition(), record.offset());
            return Wording.ofCode(code)
                    .map(carried -> new Sent(article, carried, place, Instant.ofEpochMilli(record.timestamp())));
        } catch (UnreadableMessageException e) {
            Log.warnf("cannot be read again article=%s channel=%s error=%s", record.key(), topic, e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, Object> settings() {
        var settings = KafkaShelf.settings(kafka);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return settings;
    }
}
