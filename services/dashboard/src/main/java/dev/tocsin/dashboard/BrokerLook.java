package dev.tocsin.dashboard;

import static java.util.stream.Collectors.groupingBy;

import dev.tocsin.contracts.Channel;
import dev.tocsin.dashboard.status.Lag;
import dev.tocsin.dashboard.status.Replicas;
import dev.tocsin.dashboard.status.SystemReport.Of;
import dev.tocsin.dashboard.status.SystemReport.Reader;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the broker says of the channels and of who reads them. */
@Singleton
final class BrokerLook {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Readers beyond which no more are told of, should somebody make groups without end. */
    private static final int MOST_GROUPS = 200;

    /** The broker does not say. */
    static final class SilentException extends Exception {
        private static final long serialVersionUID = 1;

        SilentException(String message) {
            super(message);
        }
    }

    /** @param nodes brokers that are there */
    record Seen(int nodes, List<Of> channels) {}

    private final Channels channels;
    private @Nullable Admin admin;

    BrokerLook(Channels channels) {
        this.channels = channels;
    }

    Seen look() throws SilentException {
        try {
            var broker = admin();
            var nodes = got(broker.describeCluster().nodes()).size();
            var partitions = partitions(broker);
            var begins = offsets(broker, partitions, OffsetSpec.earliest());
            var ends = offsets(broker, partitions, OffsetSpec.latest());
            var readers = readers(broker, begins, ends);
            var told = new ArrayList<Of>();
            for (var channel : Channel.values()) {
                var topic = channels.kafkaTopic(channel);
                var own =
                        partitions.stream().filter(p -> p.topic().equals(topic)).toList();
                long messages = own.stream()
                        .mapToLong(p -> ends.getOrDefault(p, 0L) - begins.getOrDefault(p, 0L))
                        .sum();
                told.add(new Of(channel.slug(), topic, own.size(), messages, readers.getOrDefault(channel, List.of())));
            }
            return new Seen(nodes, told);
        } catch (ExecutionException e) {
            throw new SilentException(String.valueOf(e.getCause().getMessage()));
        } catch (TimeoutException | KafkaException e) {
            throw new SilentException("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SilentException("the dashboard stops");
        }
    }

    private List<TopicPartition> partitions(Admin broker)
            throws ExecutionException, TimeoutException, InterruptedException {
        var wanted = new ArrayList<String>();
        for (var channel : Channel.values()) {
            wanted.add(channels.kafkaTopic(channel));
        }
        var partitions = new ArrayList<TopicPartition>();
        for (var described : got(broker.describeTopics(wanted).allTopicNames()).values()) {
            described.partitions().forEach(p -> partitions.add(new TopicPartition(described.name(), p.partition())));
        }
        return partitions;
    }

    private static Map<TopicPartition, Long> offsets(Admin broker, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(p -> asked.put(p, spec));
        var offsets = new HashMap<TopicPartition, Long>();
        // what readers may see: of transactions that are not yet over they wait for the end
        got(broker.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** Who reads each channel: the groups that committed an offset there, or have it assigned. */
    private Map<Channel, List<Reader>> readers(
            Admin broker, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends)
            throws ExecutionException, TimeoutException, InterruptedException {
        var groups = got(
                        broker.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .sorted()
                .limit(MOST_GROUPS)
                .toList();
        if (groups.isEmpty()) {
            return Map.of();
        }
        var specs = new LinkedHashMap<String, ListConsumerGroupOffsetsSpec>();
        groups.forEach(g -> specs.put(g, new ListConsumerGroupOffsetsSpec()));
        var committed = got(broker.listConsumerGroupOffsets(specs).all());
        var described = got(broker.describeConsumerGroups(groups).all());
        var readers = new HashMap<Channel, List<Reader>>();
        for (var group : groups) {
            var description = described.get(group);
            var offsets = new HashMap<TopicPartition, Long>();
            committed.getOrDefault(group, Map.of()).forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
            // who had nothing to read yet has committed nothing, and begins at the beginning
            description.members().stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .forEach(partition -> offsets.putIfAbsent(partition, begins.getOrDefault(partition, 0L)));
            offsets.keySet().retainAll(ends.keySet());
            offsets.entrySet().stream()
                    .collect(groupingBy(offset -> offset.getKey().topic()))
                    .forEach((topic, read) -> Channel.ofKafkaTopic(topic)
                            .ifPresent(channel -> readers.computeIfAbsent(channel, c -> new ArrayList<>())
                                    .add(reader(channel, description, read, begins, ends))));
        }
        return readers;
    }

    private static Reader reader(
            Channel channel,
            ConsumerGroupDescription group,
            List<Map.Entry<TopicPartition, Long>> offsets,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends) {
        long lag = 0;
        for (var read : offsets) {
            var partition = read.getKey();
            lag += Lag.of(channel, begins.getOrDefault(partition, 0L), ends.get(partition), read.getValue());
        }
        var clients = group.members().stream().map(m -> m.clientId()).toList();
        return new Reader(group.groupId(), group.groupState().toString(), Replicas.of(clients), lag);
    }

    private static <T> T got(KafkaFuture<T> asked) throws ExecutionException, TimeoutException, InterruptedException {
        return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Admin admin() {
        var made = admin;
        if (made == null) {
            made = Admin.create(channels.client(Map.of(
                    "client.id",
                    "tocsin-dashboard-status",
                    "default.api.timeout.ms",
                    String.valueOf(PATIENCE.toMillis()),
                    "request.timeout.ms",
                    String.valueOf(PATIENCE.toMillis() / 2),
                    "reconnect.backoff.max.ms",
                    "5000")));
            admin = made;
        }
        return made;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(2));
        }
    }
}
