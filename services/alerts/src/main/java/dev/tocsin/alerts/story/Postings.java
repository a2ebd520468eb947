package dev.tocsin.alerts.story;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which stories have a word: an inverted index from keys to the slots of stories, in open addressing without boxes. */
final class Postings {
    private static final int[] NOBODY = new int[0];
    private static final int FEWEST = 1024;

    /** Of each place its key and how many stories have it, side by side; nobody has the key of a free place. */
    private int[] counted = new int[FEWEST * 2];

    private @Nullable int[][] slots = new int[FEWEST][];
    private int used;

    /** How many stories have it. */
    int count(int key) {
        return counted[find(key) * 2 + 1];
    }

    /** Their slots, in no order; only the first {@link #count} are meant. */
    int[] slots(int key) {
        int[] found = slots[find(key)];
        return found == null ? NOBODY : found;
    }

    void add(int key, int slot) {
        int at = find(key);
        if (counted[at * 2 + 1] == 0) {
            if (++used * 2 > slots.length) {
                grow();
                at = find(key);
            }
            counted[at * 2] = key;
            slots[at] = new int[2];
        }
        int[] theirs = Objects.requireNonNull(slots[at]);
        int size = counted[at * 2 + 1]++;
        if (size == theirs.length) {
            theirs = Arrays.copyOf(theirs, size * 2);
            slots[at] = theirs;
        }
        theirs[size] = slot;
    }

    void remove(int key, int slot) {
        int at = find(key);
        int[] theirs = slots(key);
        for (int i = 0; i < counted[at * 2 + 1]; i++) {
            if (theirs[i] == slot) {
                theirs[i] = theirs[--counted[at * 2 + 1]];
                if (counted[at * 2 + 1] == 0) {
                    free(at);
                }
                return;
            }
        }
    }

    private int find(int key) {
        int at = place(key, slots.length);
        while (counted[at * 2 + 1] != 0 && counted[at * 2] != key) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    private static int place(int key, int length) {
        return (key ^ key >>> 15) & length - 1;
    }

    /** Moves up what was put behind the place for want of it (Knuth, TAOCP 3, algorithm 6.4 R). */
    private void free(int place) {
        int gap = place;
        slots[gap] = null;
        used--;
        for (int at = gap + 1 & slots.length - 1; counted[at * 2 + 1] != 0; at = at + 1 & slots.length - 1) {
            int wanted = place(counted[at * 2], slots.length);
            boolean stays = gap <= at ? gap < wanted && wanted <= at : gap < wanted || wanted <= at;
            if (!stays) {
                move(at, gap);
                gap = at;
            }
        }
    }

    private void move(int from, int to) {
        counted[to * 2] = counted[from * 2];
        counted[to * 2 + 1] = counted[from * 2 + 1];
        slots[to] = slots[from];
        counted[from * 2 + 1] = 0;
        slots[from] = null;
    }

    private void grow() {
        var before = slots;
        var countedBefore = counted;
        slots = new int[before.length * 2][];
        counted = new int[slots.length * 2];
        for (int i = 0; i < before.length; i++) {
            if (countedBefore[i * 2 + 1] != 0) {
                int at = find(countedBefore[i * 2]);
                counted[at * 2] = countedBefore[i * 2];
                counted[at * 2 + 1] = countedBefore[i * 2 + 1];
                slots[at] = before[i];
            }
        }
    }
}
