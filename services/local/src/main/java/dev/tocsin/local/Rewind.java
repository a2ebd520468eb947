package dev.tocsin.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes the services that write to the embedded store read their last messages again, after a run that was killed. The
 * store keeps its last second in memory alone, while the broker's log is in the hands of the system at once: without
 * this, messages would count as handled whose outcome is gone. To handle one twice changes nothing.
 */
final class Rewind {
    /** What only the store knows of; all else of these services is on the channels. */
    static final List<String> GROUPS = List.of("tocsin-archive", "tocsin-notify", "tocsin-notify-verdicts");

    /** Of each partition: far more than a service can have handled in that second. */
    static final long MESSAGES = 2_000;

    private Rewind() {}

    static void groups(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var group : GROUPS) {
                rewind(admin, group);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot rewind: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rewinding", e);
        }
    }

    private static void rewind(Admin admin, String group) throws ExecutionException, InterruptedException {
        var handled = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        if (handled.isEmpty()) {
            return;
        }
        dismissMembers(admin, group);
        var first = admin.listOffsets(
                        handled.keySet().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.earliest())))
                .all()
                .get();
        var earlier = new HashMap<TopicPartition, OffsetAndMetadata>();
        handled.forEach((partition, offset) -> earlier.put(
                partition, new OffsetAndMetadata(Math.max(first.get(partition).offset(), offset.offset() - MESSAGES))));
        admin.alterConsumerGroupOffsets(group, earlier).all().get();
    }

    /** A group that was killed too counts as alive until its session ends, and nobody may move its offsets so long. */
    private static void dismissMembers(Admin admin, String group) throws ExecutionException, InterruptedException {
        var description =
                admin.describeConsumerGroups(List.of(group)).all().get().get(group);
        if (!description.members().isEmpty()) {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
    }
}
