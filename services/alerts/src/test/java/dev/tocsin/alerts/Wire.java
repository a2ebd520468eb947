package dev.tocsin.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A foreign client: writes articles and reads, from the start and committed only, what alerts makes of them. */
final class Wire implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    Wire(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(Stream.of(Channel.ALERTS, Channel.STORIES, Channel.DEAD_LETTERS)
                .flatMap(channel -> partitions(channel).stream())
                .toList());
    }

    /** A broker that has just made a channel may not know it yet. */
    private List<TopicPartition> partitions(Channel channel) {
        return await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> consumer.partitionsFor(topic(channel)), found -> !found.isEmpty())
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    void publish(Articles article) {
        send(article.id(), Json.write(article.classified()));
    }

    void send(String key, byte[] value) {
        var sent = new ProducerRecord<>(topic(Channel.ARTICLES_CLASSIFIED), key, value);
        sent.headers().add("traceparent", TopologyRun.TRACE.getBytes(UTF_8));
        producer.send(sent);
        producer.flush();
    }

    /** Reads on until something is there. */
    ConsumerRecord<String, byte[]> awaitFirst(Channel channel, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> on(channel).stream().anyMatch(wanted));
        return on(channel).stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Waits for the alert that an article causes, and with it for all before it on its topic. */
    Alert awaitAlertBy(String article) {
        return alert(awaitFirst(Channel.ALERTS, r -> alert(r).links().stream()
                .anyMatch(l -> l.article().equals(article))));
    }

    List<Alert> alerts() {
        return on(Channel.ALERTS).stream().map(Wire::alert).toList();
    }

    /** The articles of the alerts that arrive now, not kept. */
    List<String> freshLinks() {
        var links = new ArrayList<String>();
        for (var record : consumer.poll(Duration.ofMillis(20))) {
            if (record.topic().equals(topic(Channel.ALERTS))) {
                alert(record).links().forEach(link -> links.add(link.article()));
            }
        }
        return links;
    }

    /** All that was read from a channel by now, in order. */
    List<ConsumerRecord<String, byte[]>> on(Channel channel) {
        consumer.poll(Duration.ofMillis(20)).forEach(seen::add);
        return seen.stream().filter(r -> r.topic().equals(topic(channel))).toList();
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name), name).value(), UTF_8);
    }

    private static Alert alert(ConsumerRecord<String, byte[]> record) {
        try {
            return Json.read(record.value(), Alert.class);
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }

    private static String topic(Channel channel) {
        return channel.kafkaTopic(Channel.DEFAULT_PREFIX);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
