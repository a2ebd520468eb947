package dev.tocsin.alerts.story;

import java.util.Arrays;
import java.util.List;

/**
 * A text small enough to keep: the lowest hashes of its runs of four words, or of its signs. Two of them estimate how many such runs the
 * texts share (bottom-k sketches: Cohen and Kaplan, PODC 2007; shingles: Broder, 1997).
 */
record Sketch(int[] hashes) {
    static final Sketch NONE = new Sketch(new int[0]);

    private static final int RUN = 4;
    private static final int SIZE = 32;
    private static final int LEAD = 20_000;

    static Sketch of(String text) {
        var tokens = Words.of(text.length() <= LEAD ? text : text.substring(0, LEAD));
        var words = new int[tokens.size()];
        Arrays.setAll(words, i -> mix(tokens.get(i).lower().hashCode()));
        var runs = new int[Math.max(0, words.length - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            int hash = 17;
            for (int j = i; j < i + RUN; j++) {
                hash = mix(hash * 31 + words[j]);
            }
            runs[i] = hash;
        }
        return new Sketch(Arrays.stream(runs).sorted().distinct().limit(SIZE).toArray());
    }

    /** Of keys in any order, none twice. */
    static Sketch of(List<String> keys) {
        return new Sketch(keys.stream()
                .mapToInt(key -> mix(key.hashCode()))
                .sorted()
                .distinct()
                .limit(SIZE)
                .toArray());
    }

    /** Up to 32. */
    int size() {
        return hashes.length;
    }

    /** The estimated Jaccard likeness of the two texts, 0 to 1; 0 where one is too short to tell. */
    double likeness(Sketch other) {
        int shared = 0;
        int seen = 0;
        int i = 0;
        int j = 0;
        int size = Math.min(SIZE, Math.max(hashes.length, other.hashes.length));
        while (seen < size && i < hashes.length && j < other.hashes.length) {
            int order = Integer.compare(hashes[i], other.hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            seen++;
        }
        // what is left of the longer list, up to the size, is in the union too
        seen += Math.min(size - seen, hashes.length - i + other.hashes.length - j);
        return seen == 0 ? 0 : (double) shared / seen;
    }

    /** Murmur3's finalizer, because like words have like hashes, and the lowest must be a fair sample. */
    private static int mix(int h) {
        int m = (h ^ h >>> 16) * 0x85ebca6b;
        m = (m ^ m >>> 13) * 0xc2b2ae35;
        return m ^ m >>> 16;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch(int[] theirs) && Arrays.equals(hashes, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return Arrays.toString(hashes);
    }
}
