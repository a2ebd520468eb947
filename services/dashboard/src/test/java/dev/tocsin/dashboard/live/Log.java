package dev.tocsin.dashboard.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A broker's partitions as a test writes them, and processes that read them in an order of their own. */
final class Log {
    static final Instant NOW = Instant.parse("2022-01-05T12:00:00Z");

    private final Map<Slot, List<LiveEvent>> written =
            new TreeMap<>(java.util.Comparator.comparing((Slot s) -> s.type()).thenComparing(Slot::partition));
    private final Map<Slot, Long> ends = new java.util.HashMap<>();

    Log(int partitions, LiveType... types) {
        for (var type : types) {
            for (int i = 0; i < partitions; i++) {
                written.put(new Slot(type, i), new ArrayList<>());
                ends.put(new Slot(type, i), 0L);
            }
        }
    }

    List<Slot> slots() {
        return List.copyOf(written.keySet());
    }

    long end(Slot slot) {
        return ends.getOrDefault(slot, 0L);
    }

    /** Writes one message; a gap of offsets before it is a transaction's marker. */
    LiveEvent write(Slot slot, int gap) {
        long offset = end(slot) + gap;
        var event = event(slot, offset, "story-" + slot.partition() + "-" + offset);
        written.get(slot).add(event);
        ends.put(slot, offset + 1);
        return event;
    }

    List<LiveEvent> all() {
        return written.values().stream().flatMap(List::stream).toList();
    }

    /** A process that has just begun, at most that many messages back in each slot, and read nothing yet. */
    void open(LiveRing ring, long history) {
        for (var slot : slots()) {
            ring.open(slot, Math.max(0, end(slot) - history), end(slot));
        }
    }

    /** Reads on, in random order over the slots, to the end of each. */
    void read(LiveRing ring, Random random) {
        var open = new ArrayList<>(slots());
        while (!open.isEmpty()) {
            var slot = open.get(random.nextInt(open.size()));
            long position = ring.position(slot).orElseThrow();
            var next = written.get(slot).stream()
                    .filter(e -> e.offset() >= position)
                    .findFirst();
            next.ifPresent(ring::append);
            if (next.isEmpty()) {
                ring.advance(slot, end(slot));
                open.remove(slot);
            }
        }
    }

    static LiveEvent event(Slot slot, long offset, String story) {
        return new LiveEvent(slot, offset, story, "protests", ("{\"o\":" + offset + "}").getBytes(UTF_8), NOW);
    }
}
