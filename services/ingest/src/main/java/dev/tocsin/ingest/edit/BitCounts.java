package dev.tocsin.ingest.edit;

import java.util.Arrays;

/**
 * Counts, for each of 64 bits, in how many numbers it is set: eight bits at a time, each in a byte of a long of its own,
 * for this is done for every word of every item that is polled.
 */
final class BitCounts {
    private static final int BYTES = 8;
    /** As many as a byte can count. */
    private static final int MOST = 255;

    private static final long[] SPREAD = spread();

    private final long[] lanes = new long[BYTES];
    private final int[] counts = new int[Long.SIZE];
    private int waiting;
    private int all;

    void add(long number) {
        for (int i = 0; i < BYTES; i++) {
            lanes[i] += SPREAD[(int) (number >>> i * BYTES) & 0xFF];
        }
        all++;
        if (++waiting == MOST) {
            collect();
        }
    }

    /** The bits that are set in more than half of the numbers. */
    long majority() {
        collect();
        long bits = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            bits |= 2 * counts[bit] > all ? 1L << bit : 0;
        }
        return bits;
    }

    private void collect() {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            counts[bit] += (int) (lanes[bit / BYTES] >>> bit % BYTES * BYTES) & 0xFF;
        }
        Arrays.fill(lanes, 0);
        waiting = 0;
    }

    private static long[] spread() {
        var spread = new long[256];
        for (int value = 0; value < spread.length; value++) {
            for (int bit = 0; bit < BYTES; bit++) {
                spread[value] |= (long) (value >>> bit & 1) << bit * BYTES;
            }
        }
        return spread;
    }
}
