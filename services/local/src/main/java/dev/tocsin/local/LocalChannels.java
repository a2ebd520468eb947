package dev.tocsin.local;

import dev.tocsin.contracts.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** Whoever is behind by less than this finds every message of an article. */
    private static final Duration WHOLE = Duration.ofDays(7);

    /** After this the texts of an erased article are due to go, however little else there is to compact. */
    private static final Duration ERASED = Duration.ofDays(8);

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
                wanted.add(new NewTopic(channel.kafkaTopic(prefix), count, replication).configs(settings(channel)));
            }
            for (var created : admin.createTopics(wanted).values().values()) {
                awaitCreated(created);
            }
        }
    }

    private static Map<String, String> settings(Channel channel) {
        var settings = new HashMap<String, String>();
        settings.put("retention.ms", String.valueOf(KEPT.toMillis()));
        // a machine whose clock is ahead by more than the hour that brokers allow would have each of its messages
        // refused
        settings.put("message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE));
        settings.put("max.message.bytes", String.valueOf(MAX_MESSAGE_BYTES));
        settings.put(
                "cleanup.policy",
                switch (channel.retention()) {
                    case TIME -> "delete";
                    case LATEST -> "compact";
                    case ERASABLE -> "compact,delete";
                });
        if (channel.retention() == Channel.Retention.ERASABLE) {
            settings.put("min.compaction.lag.ms", String.valueOf(WHOLE.toMillis()));
            settings.put("max.compaction.lag.ms", String.valueOf(ERASED.toMillis()));
        }
        return settings;
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
