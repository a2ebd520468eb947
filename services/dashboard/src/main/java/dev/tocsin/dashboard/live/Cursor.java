package dev.tocsin.dashboard.live;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a client of the live stream stands: for each slot the offset of the next message it wants. A vector rather than
 * a count of events, because the order in which one process reads several partitions is not the order in which the next
 * one will, and a client must resume on either.
 *
 * <p>As text it is one group per channel, the channel's letter and then the offsets by partition in base 36:
 * {@code a1c.0.7-s2f.2a-v0}. Trailing zeros are left out.
 */
public final class Cursor {
    /** More partitions than any channel of ours can have. */
    static final int MAX_PARTITIONS = 1024;

    /** Before the first message of everything. */
    public static final Cursor START = new Cursor(new EnumMap<>(LiveType.class));

    private static final int MAX_TEXT = 16 * 1024;
    private static final int RADIX = 36;
    /** 12 digits of base 36 stay below 2^63. */
    private static final int MAX_DIGITS = 12;

    // possessive: a regex that can backtrack over hostile text overflows the stack
    private static final Pattern TEXT = Pattern.compile("[0-9a-z.-]++");
    private static final long[] NONE = {};

    private final Map<LiveType, long[]> next;

    private Cursor(Map<LiveType, long[]> next) {
        this.next = next;
    }

    /** The cursor with these next offsets. */
    static Cursor of(Map<Slot, Long> offsets) {
        var next = new EnumMap<LiveType, long[]>(LiveType.class);
        offsets.forEach((slot, offset) -> {
            var old = next.getOrDefault(slot.type(), NONE);
            var longer = old.length > slot.partition() ? old : Arrays.copyOf(old, slot.partition() + 1);
            longer[slot.partition()] = offset;
            next.put(slot.type(), longer);
        });
        return new Cursor(next);
    }

    /** The next offset wanted; 0 for a slot it never heard of. */
    public long at(Slot slot) {
        var offsets = next.getOrDefault(slot.type(), NONE);
        return slot.partition() < offsets.length ? offsets[slot.partition()] : 0;
    }

    /** This cursor with another next offset in one slot. */
    public Cursor with(Slot slot, long offset) {
        var copy = new EnumMap<LiveType, long[]>(LiveType.class);
        copy.putAll(next);
        var old = next.getOrDefault(slot.type(), NONE);
        var offsets = Arrays.copyOf(old, Math.max(old.length, slot.partition() + 1));
        offsets[slot.partition()] = offset;
        copy.put(slot.type(), offsets);
        return new Cursor(copy);
    }

    /** The cursor behind a text; empty where no process of ours can have written it. */
    public static Optional<Cursor> parse(String text) {
        if (text.equals("0")) {
            return Optional.of(START);
        }
        if (text.length() > MAX_TEXT || !TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        var parsed = new EnumMap<LiveType, long[]>(LiveType.class);
        for (var group : text.split("-", -1)) {
            var type = group.isEmpty() ? Optional.<LiveType>empty() : ofLetter(group.charAt(0));
            if (type.isEmpty() || parsed.containsKey(type.get())) {
                return Optional.empty();
            }
            var numbers = group.substring(1).split("\\.", -1);
            if (numbers.length > MAX_PARTITIONS || Arrays.stream(numbers).anyMatch(n -> n.length() > MAX_DIGITS)) {
                return Optional.empty();
            }
            parsed.put(
                    type.get(), Arrays.stream(numbers).mapToLong(Cursor::number).toArray());
        }
        return Optional.of(new Cursor(parsed));
    }

    private static long number(String digits) {
        return digits.isEmpty() ? 0 : Long.parseLong(digits, RADIX);
    }

    private static Optional<LiveType> ofLetter(char letter) {
        return Arrays.stream(LiveType.values())
                .filter(t -> t.letter() == letter)
                .findFirst();
    }

    /** The text form, never empty. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        next.forEach((type, offsets) -> {
            int length = offsets.length;
            while (length > 0 && offsets[length - 1] == 0) {
                length--;
            }
            if (length == 0) {
                return;
            }
            text.append(text.isEmpty() ? "" : "-").append(type.letter());
            for (int i = 0; i < length; i++) {
                text.append(i == 0 ? "" : ".").append(Long.toString(offsets[i], RADIX));
            }
        });
        return text.isEmpty() ? "0" : text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor cursor && toString().equals(cursor.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
