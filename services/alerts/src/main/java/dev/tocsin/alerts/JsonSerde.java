package dev.tocsin.alerts;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Our own JSON as Kafka Streams wants it: for what this service wrote itself, so what cannot be read is a defect. */
final class JsonSerde {
    private JsonSerde() {}

    static <T> Serde<T> of(Class<T> type) {
        return Serdes.serdeFrom((topic, value) -> value == null ? null : Json.write(value), reader(type));
    }

    private static <T> Deserializer<T> reader(Class<T> type) {
        return (topic, bytes) -> {
            try {
                return bytes == null ? null : Json.read(bytes, type);
            } catch (UnreadableMessageException e) {
                throw new SerializationException(topic + " " + e.getMessage(), e);
            }
        };
    }
}
