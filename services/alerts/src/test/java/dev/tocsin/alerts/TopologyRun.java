package dev.tocsin.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology in a test driver, spoken to in messages. */
final class TopologyRun implements AutoCloseable {
    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> hits;
    private final Sorting sorting;
    private final List<TestRecord<String, byte[]>> buried = new ArrayList<>();
    private long offset;
    private final TestInputTopic<String, byte[]> verdicts;

    TopologyRun(Settings settings) {
        driver = new TopologyTestDriver(settings.topology(), settings.streams("none:1"), Settings.NOW);
        hits = driver.createInputTopic(
                Sorter.channel(Settings.STREAMS_ID), new StringSerializer(), new ByteArraySerializer());
        sorting = settings.sorting();
        verdicts = driver.createInputTopic(
                Channel.VERDICTS.kafkaTopic("tocsin"), new StringSerializer(), new ByteArraySerializer());
    }

    void decide(Verdict verdict) {
        decide(verdict.story(), Json.write(verdict));
    }

    void decide(String story, byte[] value) {
        verdicts.pipeInput(new TestRecord<>(story, value, Settings.NOW));
    }

    void publish(Articles article) {
        sort(message(
                article.id(),
                Json.write(article.classified()),
                article.fetched().isAfter(Settings.NOW) ? Settings.NOW : article.fetched()));
    }

    void send(@Nullable String key, byte @Nullable [] value) {
        sort(message(key, value, Articles.MORNING));
    }

    /** With an envelope that says of how many topics it is. */
    void send(String key, byte[] value, String topicCount) {
        var sent = message(key, value, Articles.MORNING);
        sent.headers().add(CloudEvent.TOPIC_COUNT, topicCount.getBytes(UTF_8));
        sort(sent);
    }

    /** As the sorter does, without a broker between. */
    private void sort(TestRecord<String, byte[]> message) {
        var read = new ConsumerRecord<>(
                Channel.ARTICLES_CLASSIFIED.kafkaTopic("tocsin"),
                0,
                offset++,
                message.getRecordTime().toEpochMilli(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                message.key(),
                message.value(),
                message.headers(),
                Optional.empty());
        for (var sorted : sorting.sorted(read)) {
            var record = new TestRecord<>(
                    sorted.key(), sorted.value(), sorted.headers(), Instant.ofEpochMilli(sorted.timestamp()));
            if (sorted.topic().equals(Sorter.channel(Settings.STREAMS_ID))) {
                hits.pipeInput(record);
            } else {
                buried.add(record);
            }
        }
    }

    /** The driver runs all as one task with one stream time, so what comes in must have the time of the news too. */
    private static TestRecord<String, byte[]> message(String key, byte @Nullable [] value, Instant time) {
        var sent = new TestRecord<>(key, value, time);
        sent.headers().add("traceparent", TRACE.getBytes(UTF_8));
        return sent;
    }

    List<Alert> alerts() {
        return messages(Channel.ALERTS, Alert.class);
    }

    List<Story> stories() {
        return messages(Channel.STORIES, Story.class);
    }

    List<DeadLetter> deadLetters() {
        return messages(Channel.DEAD_LETTERS, DeadLetter.class);
    }

    List<TestRecord<String, byte[]>> records(Channel channel) {
        var written = driver.createOutputTopic(
                        channel.kafkaTopic("tocsin"), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
        return channel == Channel.DEAD_LETTERS
                ? Stream.concat(buried.stream(), written.stream()).toList()
                : written;
    }

    long held(String store) {
        try (var all = driver.getKeyValueStore(store).all()) {
            long held = 0;
            for (; all.hasNext(); all.next()) {
                held++;
            }
            return held;
        }
    }

    static String header(TestRecord<String, byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name), name).value(), UTF_8);
    }

    static Instant timestamp(TestRecord<String, byte[]> record) {
        return record.getRecordTime();
    }

    private <T> List<T> messages(Channel channel, Class<T> type) {
        return records(channel).stream()
                .map(r -> {
                    try {
                        return Json.read(r.value(), type);
                    } catch (UnreadableMessageException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
