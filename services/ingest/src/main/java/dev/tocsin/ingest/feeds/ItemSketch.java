package dev.tocsin.ingest.feeds;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * Enough of a poll's items to tell whether the next poll still holds one of them: the smallest of their hashes, so that
 * two polls of a long feed keep the same ones ("bottom-k sketch", Cohen and Kaplan 2007).
 *
 * @param hashes in ascending order, at most {@value #SIZE}
 */
public record ItemSketch(List<Integer> hashes) {
    public static final ItemSketch NONE = new ItemSketch(List.of());

    private static final int SIZE = 64;
    private static final int SPREAD = 0x9E3779B9;

    public ItemSketch {
        hashes = List.copyOf(hashes);
    }

    /** @param identities of the items, by which a feed tells them apart */
    public static ItemSketch of(Collection<String> identities) {
        return new ItemSketch(identities.stream()
                .map(identity -> spread(identity.hashCode()))
                .distinct()
                .sorted()
                .limit(SIZE)
                .toList());
    }

    /** Whether both hold something and nothing in common: what came in between was perhaps never seen. */
    public boolean missesAllOf(ItemSketch earlier) {
        if (hashes.isEmpty() || earlier.hashes.isEmpty()) {
            return false;
        }
        var known = new HashSet<>(earlier.hashes);
        return hashes.stream().noneMatch(known::contains);
    }

    /** Neighbouring addresses have neighbouring hashes; spread, the smallest are a fair sample. */
    private static int spread(int hash) {
        int mixed = (hash ^ hash >>> 16) * SPREAD;
        return mixed ^ mixed >>> 15;
    }
}
