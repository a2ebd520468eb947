package dev.tocsin.local;

import dev.tocsin.contracts.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the channels of the catalogue on a broker. A channel that exists is left as it is. */
public final class LocalChannels {
    /** A dead letter holds a whole message in base64, so it may be larger than any article. */
    static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    private LocalChannels() {}

    /** Longer than ingest looks at an article again: it is read from its channel when there is something to revise. */
    private static final Duration KEPT = Duration.ofDays(14);

    /**
     * @param partitions of the channels that carry articles, stories and alerts: the most replicas a stage can use
     * @param replication copies of each, at most the number of brokers
     */
    public static void create(String bootstrapServers, String prefix, int partitions, short replication) {
        create(Map.of("bootstrap.servers", bootstrapServers), prefix, partitions, replication);
    }

    /** @param client settings of a client that may make topics */
    static void create(Map<String, Object> client, String prefix, int partitions, short replication) {
        try (var admin = Admin.create(client)) {
            var wanted = new ArrayList<NewTopic>();
            for (var channel : Channel.values()) {
                int count = List.of(Channel.TOPICS, Channel.DEAD_LETTERS).contains(channel) ? 1 : partitions;
                var cleanup = channel.retention() == Channel.Retention.LATEST ? "compact" : "delete";
                wanted.add(new NewTopic(channel.kafkaTopic(prefix), count, replication)
                        .configs(Map.of(
                                "cleanup.policy",
                                cleanup,
                                "retention.ms",
                                String.valueOf(KEPT.toMillis()),
                                "max.message.bytes",
                                String.valueOf(MAX_MESSAGE_BYTES))));
            }
            for (var created : admin.createTopics(wanted).values().values()) {
                awaitCreated(created);
            }
        }
    }

    private static void awaitCreated(org.apache.kafka.common.KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(
                        "cannot create a channel: " + e.getCause().getMessage(), e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating channels", e);
        }
    }
}
