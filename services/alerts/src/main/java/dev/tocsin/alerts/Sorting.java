package dev.tocsin.alerts;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/**
 * What becomes of a message of {@code articles-classified}: one message for the stories of each topic it hits, a dead letter
 * where it is no article, and nothing where it is none of ours.
 */
final class Sorting {
    private static final Logger LOG = Logger.getLogger(Sorting.class);

    /** Below the 4 MB that the channel takes, with what the broker adds. */
    private static final int MOST_BYTES = 4_000_000;

    private static final byte[] NONE = "0".getBytes(StandardCharsets.UTF_8);

    private final String stories;
    private final String deadLetters;
    private final InstantSource clock;
    private final Meters meters;
    private final Serializer<Intake> intake = IntakeSerde.of().serializer();
    private final Serializer<Object> json = JsonSerde.of(Object.class).serializer();

    /**
     * @param stories the channel that stories are told from, keyed by topic
     * @param deadLetters the channel of what cannot be read
     */
    Sorting(String stories, String deadLetters, InstantSource clock, Meters meters) {
        this.stories = stories;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.meters = meters;
    }

    List<ProducerRecord<String, byte[]>> sorted(ConsumerRecord<String, byte[]> message) {
        boolean erased = message.value() == null && message.key() != null;
        if (erased || isOfNoTopic(message.headers())) {
            return List.of();
        }
        return switch (Reading.article(message.value())) {
            case Reading.Article(var article) -> toStories(message, article);
            case Reading.Unreadable(var _, var reason) -> List.of(buried(message, "unreadable", reason));
            case Reading.Decision _ -> throw new IllegalStateException("a verdict among articles");
        };
    }

    /** An article that the logic chokes on, or that the channel does not take, need not stop the others. */
    private List<ProducerRecord<String, byte[]>> toStories(
            ConsumerRecord<String, byte[]> message, ClassifiedArticle article) {
        try {
            var hits = Hits.of(article, Instant.ofEpochMilli(Math.max(0, message.timestamp()))).stream()
                    .map(hit -> to(
                            stories,
                            new Record<>(hit.topic(), hit.article(), hit.at().toEpochMilli(), message.headers()),
                            intake))
                    .toList();
            return hits.stream().allMatch(hit -> bytes(hit) <= MOST_BYTES)
                    ? hits
                    : List.of(buried(message, "unhandleable", "is more than " + MOST_BYTES + " bytes for its stories"));
        } catch (RuntimeException e) {
            // a defect of ours that this article meets
            LOG.errorf(
                    e,
                    "article is not brought to its stories article=%s",
                    article.fetched().id());
            return List.of(buried(message, "unhandleable", "cannot be brought to its stories: " + e));
        }
    }

    private static long bytes(ProducerRecord<String, byte[]> record) {
        long bytes = record.value().length;
        for (var header : record.headers()) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }

    /** Most articles are of none, and go no further unread. */
    private static boolean isOfNoTopic(Headers headers) {
        var count = headers.lastHeader(CloudEvent.TOPIC_COUNT);
        return count != null && Arrays.equals(count.value(), NONE);
    }

    private ProducerRecord<String, byte[]> buried(ConsumerRecord<String, byte[]> message, String kind, String reason) {
        var now = clock.instant();
        meters.buried(kind);
        var position = new DeadLetters.Position(message.topic(), message.partition(), message.offset());
        var letter = DeadLetters.of(position, message.key(), message.value(), reason, now);
        return to(deadLetters, Envelope.continuing(message.headers(), now).of(letter), json);
    }

    private static <T> ProducerRecord<String, byte[]> to(
            String channel, Record<String, ? extends T> record, Serializer<T> serializer) {
        return new ProducerRecord<>(
                channel,
                null,
                record.timestamp(),
                record.key(),
                serializer.serialize(channel, record.value()),
                record.headers());
    }
}
