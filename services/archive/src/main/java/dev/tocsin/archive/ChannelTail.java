package dev.tocsin.archive;

import com.fasterxml.jackson.core.JsonToken;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The end of a channel, all of its partitions, read as far as the archive's group has acknowledged it: of such a message the outcome is
 * in the store, whichever replica wrote it. It tells only whose articles changed; what they are now, the store says.
 */
final class ChannelTail implements AutoCloseable {
    /** Messages read ahead of the group; only their ids are kept. */
    private static final int MOST_AHEAD = 20_000;

    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;
    private final Map<TopicPartition, ArrayDeque<Change>> ahead = new HashMap<>();
    private final Map<Integer, Long> positions = new HashMap<>();
    private long behind;

    private record Change(long offset, @Nullable String id) {}

    ChannelTail(Map<String, Object> broker, String group, String topic) {
        var settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                "client.id", "tocsin-archive-index",
                // to ask how far it is; this consumer is no member of it and acknowledges nothing
                "group.id", group,
                "enable.auto.commit", "false",
                "isolation.level", "read_committed",
                "auto.offset.reset", "none",
                "default.api.timeout.ms", "10000",
                "fetch.max.bytes", "2097152",
                "max.partition.fetch.bytes", "524288",
                "max.poll.records", "500"));
        this.topic = topic;
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Goes on from positions; false where messages between these and what the channel has are gone. */
    boolean startAt(Map<Integer, Long> known) {
        var partitions = partitions();
        var first = consumer.beginningOffsets(partitions);
        var end = consumer.endOffsets(partitions);
        var acknowledged = consumer.committed(partitions);
        var starts = new HashMap<TopicPartition, Long>();
        for (var partition : partitions) {
            long begin = first.getOrDefault(partition, 0L);
            long position = known.getOrDefault(partition.partition(), begin);
            if (position < begin || position > end.getOrDefault(partition, 0L)) {
                return false;
            }
            var group = acknowledged.get(partition);
            // a group that was set back archives these again
            starts.put(partition, group == null ? position : Math.max(begin, Math.min(position, group.offset())));
        }
        start(starts);
        return true;
    }

    /** Goes on from what the group has acknowledged now: everything before is in the store. */
    Map<Integer, Long> startAtAcknowledged() {
        var partitions = partitions();
        var first = consumer.beginningOffsets(partitions);
        var acknowledged = consumer.committed(partitions);
        start(partitions.stream().collect(Collectors.toMap(p -> p, p -> {
            var group = acknowledged.get(p);
            long begin = first.getOrDefault(p, 0L);
            return group == null ? begin : Math.max(begin, group.offset());
        })));
        return positions();
    }

    private void start(Map<TopicPartition, Long> starts) {
        ahead.clear();
        positions.clear();
        consumer.assign(starts.keySet());
        starts.forEach((partition, position) -> {
            consumer.seek(partition, position);
            ahead.put(partition, new ArrayDeque<>());
            positions.put(partition.partition(), position);
        });
    }

    /** The ids of articles that changed since the last call, some at a time; it waits a moment for them. */
    Set<String> next() {
        int waiting = ahead.values().stream().mapToInt(ArrayDeque::size).sum();
        if (waiting > MOST_AHEAD) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        for (var message : consumer.poll(POLL)) {
            var changes = ahead.get(new TopicPartition(message.topic(), message.partition()));
            if (changes != null) {
                changes.add(new Change(message.offset(), id(message)));
            }
        }
        var ids = new LinkedHashSet<String>();
        behind = 0;
        consumer.committed(new HashSet<>(ahead.keySet())).forEach((partition, group) -> {
            if (group != null) {
                take(partition, group.offset(), ids);
            }
        });
        return ids;
    }

    private void take(TopicPartition partition, long acknowledged, Set<String> ids) {
        var changes = ahead.get(partition);
        if (changes == null) {
            return;
        }
        while (!changes.isEmpty() && changes.peek().offset() < acknowledged && ids.size() < MOST_AT_ONCE) {
            var change = changes.remove();
            positions.put(partition.partition(), change.offset() + 1);
            if (change.id() != null) {
                ids.add(change.id());
            }
        }
        behind += Math.max(0, acknowledged - positions.getOrDefault(partition.partition(), acknowledged));
    }

    /** Of each partition, the first message whose article was not given yet. */
    Map<Integer, Long> positions() {
        return Map.copyOf(positions);
    }

    /** How many messages the group had acknowledged that were not given yet, at the last call; markers of transactions count too. */
    long behind() {
        return behind;
    }

    /** Whether the channel has partitions that are not followed. */
    boolean hasGrown() {
        return partitions().size() > ahead.size();
    }

    private Set<TopicPartition> partitions() {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .collect(Collectors.toSet());
    }

    /** The article's, from the message: its first field. A message without a value takes the article of its key away. */
    private static @Nullable String id(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return message.key();
        }
        try (var json = Json.mapper().getFactory().createParser(message.value())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                var value = json.nextToken();
                if (name.equals("id")) {
                    return value == JsonToken.VALUE_STRING ? json.getText() : null;
                }
                json.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null; // the archive made a dead letter of it
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
