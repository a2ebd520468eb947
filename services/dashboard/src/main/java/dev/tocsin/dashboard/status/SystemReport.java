package dev.tocsin.dashboard.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the system is, as {@code GET /api/status} tells it. What cannot be told now is null: unknown is not zero.
 *
 * @param at when it was looked at
 * @param state {@code up}, or {@code degraded} where a part is not
 * @param parts broker, store, live channels and each service
 * @param channels null while the broker does not say
 * @param archive counts and newest times, as the archive gives them
 * @param pace throughput and latencies of the last minutes
 * @param deadLetters those that wait, by their causes
 */
public record SystemReport(
        Instant at,
        String state,
        List<Part> parts,
        @Nullable List<Of> channels,
        @Nullable JsonNode archive,
        @Nullable JsonNode pace,
        @Nullable Letters deadLetters) {
    /**
     * A part of the system.
     *
     * @param state {@code up} or {@code down}
     * @param detail what is wrong, or how it is
     * @param version that it runs; null where it does not say
     * @param replicas processes of it that read a channel, of the broker its nodes; null where nobody can tell
     */
    public record Part(String name, String state, String detail, @Nullable String version, @Nullable Integer replicas) {
        @JsonIgnore
        public boolean well() {
            return state.equals("up");
        }

        /** Is there, and says so. */
        public static Part up(String name, String detail, @Nullable String version) {
            return new Part(name, "up", detail, version, null);
        }

        /** Is not there, or not well. */
        public static Part down(String name, String detail) {
            return new Part(name, "down", detail, null, null);
        }

        /** The same, read by that many processes. */
        public Part with(@Nullable Integer count) {
            return new Part(name, state, detail, version, count);
        }
    }

    /**
     * A channel.
     *
     * @param messages that the broker holds, at most: gaps of compaction and markers of transactions count
     */
    public record Of(String channel, String kafkaTopic, int partitions, long messages, List<Reader> readers) {}

    /**
     * A consumer group that reads a channel.
     *
     * @param state of the group as Kafka names it, such as {@code Stable} or {@code Empty}
     */
    public record Reader(String group, String state, int replicas, long lag) {}

    /** Dead letters that wait. @param kinds {service, kafkaTopic, kind, count, newest}, the most first */
    public record Letters(long waiting, JsonNode kinds) {}

    /** The report of these parts. */
    public static SystemReport of(
            Instant at,
            List<Part> parts,
            @Nullable List<Of> channels,
            @Nullable JsonNode archive,
            @Nullable JsonNode pace,
            @Nullable Letters deadLetters) {
        boolean well = parts.stream().allMatch(Part::well);
        return new SystemReport(at, well ? "up" : "degraded", parts, channels, archive, pace, deadLetters);
    }
}
