package dev.tocsin.ingest.polite;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which hosts are whose among the replicas that are alive. A host's feeds are all on one replica, so that a host meets
 * the manners of one and not of each. Each slot goes to the replica that scores highest for it (rendezvous hashing,
 * Thaler and Ravishankar 1998), so the others' slots stay where they are when one comes or goes.
 *
 * @param slots whose feeds are mine, in ascending order
 */
public record Share(List<Integer> slots) {
    /** Of all hosts; many more than replicas, so that shares are even. */
    public static final int SLOTS = 256;

    public static final Share NONE = new Share(List.of());

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public Share {
        slots = List.copyOf(slots);
    }

    /** @param alive all replicas; without {@code me} I own nothing */
    public static Share of(String me, Collection<String> alive) {
        return new Share(IntStream.range(0, SLOTS)
                .filter(slot -> alive.contains(me) && alive.stream().noneMatch(other -> beats(other, me, slot)))
                .boxed()
                .toList());
    }

    public static int slot(String host) {
        return (int) Math.floorMod(mixed(host.hashCode()), (long) SLOTS);
    }

    public boolean isAll() {
        return slots.size() == SLOTS;
    }

    private static boolean beats(String other, String me, int slot) {
        long theirs = score(other, slot);
        long mine = score(me, slot);
        return theirs > mine || theirs == mine && other.compareTo(me) > 0;
    }

    private static long score(String replica, int slot) {
        return mixed(replica.hashCode() * 31L + slot * GOLDEN);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
