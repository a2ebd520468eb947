package dev.tocsin.archive.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far an index has come, written with each commit of it; so that after a crash it goes on exactly there.
 *
 * @param complete whether all is in it that the store had when it was begun
 * @param positions of each partition of the channel, the next message to be followed
 */
public record Progress(boolean complete, Map<Integer, Long> positions) {
    /** Grows when documents or words are made in another way: an index of another format is built anew. */
    private static final String FORMAT = "1";

    public Progress {
        positions = Map.copyOf(positions);
    }

    Map<String, String> written() {
        return Map.of(
                "format",
                FORMAT,
                "complete",
                String.valueOf(complete),
                "positions",
                new TreeMap<>(positions)
                        .entrySet().stream()
                                .map(e -> e.getKey() + ":" + e.getValue())
                                .collect(Collectors.joining(",")));
    }

    /** Empty where it was written in another format, or is none. */
    static Optional<Progress> read(Map<String, String> written) {
        if (!FORMAT.equals(written.get("format"))) {
            return Optional.empty();
        }
        var positions = new HashMap<Integer, Long>();
        for (var one : written.getOrDefault("positions", "").split(",")) {
            var parts = one.split(":");
            if (parts.length == 2) {
                positions.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
            }
        }
        return Optional.of(new Progress(Boolean.parseBoolean(written.get("complete")), positions));
    }
}
