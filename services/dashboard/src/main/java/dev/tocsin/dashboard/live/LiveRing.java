package dev.tocsin.dashboard.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The recent messages of all live channels in the order this process read them, bounded for each channel in number and
 * in bytes, so that bulky stories cannot push alerts out. Written by one reader, read by all clients.
 */
public final class LiveRing {
    /** An event with its place in the order of this process. */
    record Numbered(long number, LiveEvent event) {}

    private final int maxEvents;
    private final long maxBytes;
    private final TreeMap<Long, LiveEvent> events = new TreeMap<>();
    private final Map<LiveType, Deque<Long>> numbers = new EnumMap<>(LiveType.class);
    private final Map<LiveType, Long> bytes = new EnumMap<>(LiveType.class);
    private final Map<Slot, Bounds> slots = new HashMap<>();
    private long nextNumber;

    /**
     * What is known of a slot.
     *
     * @param floor every message from this offset on that was read is in the ring
     * @param position the offset read next
     * @param end where the slot ended when reading began
     */
    private record Bounds(long floor, long position, long end) {}

    /**
     * @param maxEvents of each channel, at least 1
     * @param maxBytes of JSON of each channel
     */
    public LiveRing(int maxEvents, long maxBytes) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
        for (var type : LiveType.values()) {
            numbers.put(type, new ArrayDeque<>());
            bytes.put(type, 0L);
        }
    }

    /** Forgets everything: the broker is not the one that was read before. */
    public synchronized void clear() {
        events.clear();
        slots.clear();
        numbers.values().forEach(Deque::clear);
        bytes.replaceAll((type, size) -> 0L);
    }

    /**
     * Begins, or goes on with, a slot.
     *
     * @param from the offset that will be read first
     * @param end one past the last offset that exists now
     */
    public synchronized void open(Slot slot, long from, long end) {
        var known = slots.get(slot);
        slots.put(slot, new Bounds(known == null ? from : known.floor(), from, end));
    }

    /** Takes the next message of a slot; the oldest of its channel go where a bound is passed. */
    public synchronized void append(LiveEvent event) {
        var type = event.slot().type();
        events.put(nextNumber, event);
        numbers.get(type).addLast(nextNumber);
        bytes.merge(type, (long) event.size(), Long::sum);
        nextNumber++;
        advance(event.slot(), event.offset() + 1);
        while (numbers.get(type).size() > maxEvents || bytes.get(type) > maxBytes) {
            dropOldest(type);
        }
    }

    /** Notes that a slot was read up to here, be it over messages that are no events. */
    public synchronized void advance(Slot slot, long position) {
        var bounds = slots.get(slot);
        if (bounds != null && position > bounds.position()) {
            slots.put(slot, new Bounds(bounds.floor(), position, bounds.end()));
        }
    }

    private void dropOldest(LiveType type) {
        var event = events.remove(numbers.get(type).removeFirst());
        bytes.merge(type, (long) -event.size(), Long::sum);
        var bounds = slots.get(event.slot());
        slots.put(event.slot(), new Bounds(event.offset() + 1, bounds.position(), bounds.end()));
    }

    /** Whether all that existed when reading began was read; before that, nobody can be told what he missed. */
    public synchronized boolean filled() {
        return !slots.isEmpty() && slots.values().stream().allMatch(b -> b.position() >= b.end());
    }

    /** Where the reader goes on in a slot; empty where it never began. */
    public synchronized Optional<Long> position(Slot slot) {
        return Optional.ofNullable(slots.get(slot)).map(Bounds::position);
    }

    /** Whether the ring still has all that a client at this cursor has not seen, of the types it wants. */
    synchronized boolean covers(Cursor cursor, Set<LiveType> types) {
        return slots.entrySet().stream()
                .filter(s -> types.contains(s.getKey().type()))
                .allMatch(s -> {
                    long wanted = cursor.at(s.getKey());
                    return wanted >= s.getValue().floor()
                            && wanted <= s.getValue().position();
                });
    }

    /** The cursor of a client that wants what was received since then, and what follows. */
    synchronized Cursor since(Instant time) {
        var wanted = positions();
        for (var event : events.descendingMap().values()) {
            if (!event.received().isBefore(time)) {
                wanted.put(event.slot(), event.offset());
            }
        }
        return Cursor.of(wanted);
    }

    /** The cursor of a client that has seen everything. */
    synchronized Cursor head() {
        return Cursor.of(positions());
    }

    private Map<Slot, Long> positions() {
        var positions = new HashMap<Slot, Long>();
        slots.forEach((slot, bounds) -> positions.put(slot, bounds.position()));
        return positions;
    }

    /** Up to that many events, in order, from that number on. */
    synchronized List<Numbered> from(long number, int most) {
        var batch = new ArrayList<Numbered>(most);
        for (var entry : events.tailMap(number, true).entrySet()) {
            if (batch.size() == most) {
                break;
            }
            batch.add(new Numbered(entry.getKey(), entry.getValue()));
        }
        return batch;
    }

    /** The JSON of an alert of a story that rang lately; empty where the ring has none. */
    public synchronized Optional<byte[]> alertOf(String story) {
        return numbers.get(LiveType.ALERT).stream()
                .map(events::get)
                .filter(e -> e.story().equals(story))
                .findFirst()
                .map(LiveEvent::json);
    }
}
