package dev.tocsin.dashboard;

import dev.tocsin.contracts.Channel;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the channels are reached: the names of their Kafka topics, and what every Kafka client of this service is told. */
@Singleton
final class Channels {
    private final String prefix;
    private final Map<String, Object> broker;

    Channels(
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = Channel.DEFAULT_PREFIX) String prefix,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.prefix = prefix;
        this.broker = Map.copyOf(broker);
    }

    String kafkaTopic(Channel channel) {
        return channel.kafkaTopic(prefix);
    }

    /** The configured connection with these settings on top. */
    Map<String, Object> client(Map<String, Object> settings) {
        var client = new HashMap<>(broker);
        // nothing here is in a group: each dashboard reads everything, and remembers nothing on the broker
        client.remove("group.id");
        client.putAll(settings);
        return client;
    }
}
