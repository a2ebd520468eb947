package dev.tocsin.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What the services have not yet consumed. */
final class Backlog {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Backlog() {}

    /** Returns when every consumer group stands at the end of its channels; seconds it took. */
    static double awaitNone(String broker) throws Exception {
        long begin = System.nanoTime();
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            while (messages(admin) > 0) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IllegalStateException("still a backlog of " + messages(admin) + " messages");
                }
                Thread.sleep(100);
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long messages(Admin admin) throws Exception {
        long behind = 0;
        for (var group : admin.listGroups().valid().get().stream()
                .map(GroupListing::groupId)
                .toList()) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(
                            committed.keySet().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                    .all()
                    .get();
            for (Map.Entry<TopicPartition, ?> entry : committed.entrySet()) {
                var offset = committed.get(entry.getKey());
                // the marker that ends a transaction takes an offset at which no message stands
                behind += offset == null
                        ? 0
                        : Math.max(0, ends.get(entry.getKey()).offset() - offset.offset() - 1);
            }
        }
        return behind;
    }
}
