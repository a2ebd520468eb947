package dev.tocsin.ingest;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that stands on the channel of fetched articles, from its beginning to now. */
final class PublishedArticles {
    private static final String TOPIC = "tocsin.articles-fetched.v1";

    /** A message as it stands there. */
    record Message(String key, FetchedArticle article, Map<String, String> headers) {}

    private PublishedArticles() {}

    static List<Message> all(String bootstrapServers) {
        var config = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var messages = new ArrayList<Message>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(r -> messages.add(message(r.key(), r.value(), r.headers())));
            }
            return messages;
        }
    }

    static List<Message> titled(String bootstrapServers, String title) {
        return all(bootstrapServers).stream()
                .filter(m -> title.equals(m.article().title()))
                .toList();
    }

    private static Message message(String key, byte[] value, Iterable<Header> headers) {
        try {
            var plain = StreamSupport.stream(headers.spliterator(), false)
                    .collect(Collectors.toMap(Header::key, h -> new String(h.value(), StandardCharsets.UTF_8)));
            return new Message(key, Json.read(value, FetchedArticle.class), plain);
        } catch (UnreadableMessageException e) {
            throw new AssertionError("the channel holds what is no article", e);
        }
    }
}
