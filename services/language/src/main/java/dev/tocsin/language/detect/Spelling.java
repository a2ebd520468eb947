package dev.tocsin.language.detect;

import java.util.List;

/**
 * How languages spell: how likely a letter follows the one to four before it in a word, by language. Two words that no
 * list knows still look like one language more than like another.
 *
 * <p>A letter whose longest sequence a language does not know counts by the next shorter one, at a price for each letter
 * given up ("stupid backoff", Brants et al., Large Language Models in Machine Translation, 2007).
 */
final class Spelling {
    /** Letters of the longest sequence. */
    static final int LONGEST = 5;

    /** Of a cost in one nat. */
    static final int STEPS_PER_NAT = 20;

    /** UTF-16 units; words and n-grams tell longer pieces without, and sooner. */
    static final int LONGEST_PIECE = 160;

    /** In nats, of a letter given up. */
    static final double BACKOFF = 1.2;

    /** In nats, of a letter that the language does not have. */
    static final double UNKNOWN = 9;

    private static final int BUCKET_BITS = 16;

    private final List<String> codes;
    private final int[] keys;
    private final int[] ends;
    private final byte[] languages;
    private final byte[] costs;
    private final int[] buckets = new int[(1 << BUCKET_BITS) + 1];

    /**
     * @param codes of the languages; 64 at most
     * @param keys of the sequences, ascending as unsigned numbers
     * @param ends by key, where its entries end and those of the next begin
     * @param languages of each entry, as indexes of the codes
     * @param costs of each entry: minus the logarithm of the probability, in {@link #STEPS_PER_NAT}
     */
    Spelling(List<String> codes, int[] keys, int[] ends, byte[] languages, byte[] costs) {
        this.codes = List.copyOf(codes);
        this.keys = keys;
        this.ends = ends;
        this.languages = languages;
        this.costs = costs;
        int at = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            while (at < keys.length && keys[at] >>> BUCKET_BITS < bucket) {
                at++;
            }
            buckets[bucket] = at;
        }
    }

    /** The languages that {@link #of} gives sums for, in its order. */
    List<String> codes() {
        return codes;
    }

    /**
     * What is said of a piece of a lower-case text.
     *
     * @param letters that were looked at
     * @param sums of the logarithms of their probabilities, by code
     */
    record Sums(int letters, double[] sums) {}

    /** Reads a piece of a text, if it is short; of a long one it has nothing to say. */
    Sums of(char[] text, int from, int to) {
        var sums = new double[codes.size()];
        if (to - from > LONGEST_PIECE) {
            return new Sums(0, sums);
        }
        int letters = 0;
        int start = -1;
        for (int i = from; i < to; i++) {
            if (!Chars.isLetter(Chars.kind(text[i]))) {
                start = -1;
                continue;
            }
            start = start < 0 ? i : start;
            letter(text, Math.max(start, i + 1 - LONGEST), i, sums);
            letters++;
        }
        return new Sums(letters, sums);
    }

    /** Adds what the letter at the end costs after those before it, in every language. */
    private void letter(char[] text, int from, int at, double[] sums) {
        long open = codes.size() == Long.SIZE ? -1 : (1L << codes.size()) - 1;
        double givenUp = 0;
        for (int start = from; start <= at && open != 0; start++) {
            int index = indexOf(key(text, start, at + 1));
            if (index >= 0) {
                for (int e = index == 0 ? 0 : ends[index - 1]; e < ends[index]; e++) {
                    if ((open >>> languages[e] & 1) != 0) {
                        sums[languages[e]] -= (costs[e] & 0xFF) / (double) STEPS_PER_NAT + givenUp;
                        open &= ~(1L << languages[e]);
                    }
                }
            }
            givenUp += BACKOFF;
        }
        for (long left = open; left != 0; left &= left - 1) {
            sums[Long.numberOfTrailingZeros(left)] -= UNKNOWN + givenUp;
        }
    }

    private int indexOf(int key) {
        int bucket = key >>> BUCKET_BITS;
        for (int i = buckets[bucket]; i < buckets[bucket + 1]; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    /** The key of a sequence: a hash, for of a million sequences one in four thousand others is taken for one of them. */
    static int key(char[] text, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ hash >>> 29);
    }
}
