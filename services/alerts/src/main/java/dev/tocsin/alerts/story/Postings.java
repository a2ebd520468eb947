package dev.tocsin.alerts.story;

import java.util.Arrays;

/** Which stories have a word: an inverted index from keys to the slots of stories, in open addressing without boxes. */
final class Postings {
    private static final int[] NOBODY = new int[0];

    private int[] keys = new int[1024];
    private int[][] slots = new int[1024][];
    private int[] sizes = new int[1024];
    private int used;

    /** How many stories have it. */
    int count(int key) {
        int at = find(key);
        return slots[at] == null ? 0 : sizes[at];
    }

    /** Their slots, in no order; only the first {@link #count} are meant. */
    int[] slots(int key) {
        int[] found = slots[find(key)];
        return found == null ? NOBODY : found;
    }

    void add(int key, int slot) {
        int at = find(key);
        if (slots[at] == null) {
            if (++used * 2 > keys.length) {
                grow();
                at = find(key);
            }
            keys[at] = key;
            slots[at] = new int[2];
            sizes[at] = 0;
        }
        if (sizes[at] == slots[at].length) {
            slots[at] = Arrays.copyOf(slots[at], sizes[at] * 2);
        }
        slots[at][sizes[at]++] = slot;
    }

    void remove(int key, int slot) {
        int at = find(key);
        if (slots[at] == null) {
            return;
        }
        int[] theirs = slots[at];
        for (int i = 0; i < sizes[at]; i++) {
            if (theirs[i] == slot) {
                theirs[i] = theirs[--sizes[at]];
                break;
            }
        }
        if (sizes[at] == 0) {
            free(at);
        }
    }

    private int find(int key) {
        int at = place(key, keys.length);
        while (slots[at] != null && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private static int place(int key, int length) {
        return (key ^ key >>> 15) & length - 1;
    }

    /** Moves up what was put behind the place for want of it (Knuth, TAOCP 3, algorithm 6.4 R). */
    private void free(int gap) {
        slots[gap] = null;
        used--;
        int at = gap;
        while (true) {
            at = at + 1 & keys.length - 1;
            if (slots[at] == null) {
                return;
            }
            int wanted = place(keys[at], keys.length);
            boolean stays = gap <= at ? gap < wanted && wanted <= at : gap < wanted || wanted <= at;
            if (!stays) {
                keys[gap] = keys[at];
                slots[gap] = slots[at];
                sizes[gap] = sizes[at];
                slots[at] = null;
                gap = at;
            }
        }
    }

    private void grow() {
        var oldKeys = keys;
        var oldSlots = slots;
        var oldSizes = sizes;
        keys = new int[oldKeys.length * 2];
        slots = new int[keys.length][];
        sizes = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldSlots[i] != null) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                slots[at] = oldSlots[i];
                sizes[at] = oldSizes[i];
            }
        }
    }
}
