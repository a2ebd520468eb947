package dev.tocsin.language.detect;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which languages know a word, an ending or a beginning, looked up by hash: each language is a bit. A hash is of 64 bits,
 * so that two of the some tens of thousands of entries are never taken for each other.
 */
final class Lexicon {
    /** One bit a language. */
    static final int MOST_LANGUAGES = 64;

    /** Longer beginnings and endings are not looked for. */
    static final int LONGEST_AFFIX = 8;

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long WORD = 1;
    private static final long ENDING = 2;
    private static final long BEGINNING = 3;

    /** Bits of the filter for each entry, at least: one look-up in some ten of what nobody knows passes it. */
    private static final int FILTER_BITS = 8;

    /** Key and languages by turns, so that both come with one line of the processor's cache. */
    private long[] table = new long[1 << 13];

    /**
     * A bit for each hash that is known. Most of what is looked up is not, and this, other than the table, stays in the
     * processor's cache (Bloom, CACM 13:7, 1970, with one hash).
     */
    private long[] filter = {};

    private int size;

    /** @param files at most {@link #MOST_LANGUAGES}; the first has bit 0 */
    static Lexicon of(List<LanguageFile> files) {
        var lexicon = new Lexicon();
        for (int i = 0; i < files.size(); i++) {
            lexicon.addAll(files.get(i).words(), WORD, 1L << i);
            lexicon.addAll(files.get(i).beginnings(), BEGINNING, 1L << i);
            lexicon.addAll(files.get(i).endings(), ENDING, 1L << i);
        }
        lexicon.makeFilter();
        return lexicon;
    }

    private void makeFilter() {
        filter = new long[Integer.highestOneBit(Math.max(size, Long.SIZE) * 2) * FILTER_BITS / Long.SIZE];
        for (int at = 0; at < table.length; at += 2) {
            if (table[at] != 0) {
                long bit = filterBit(table[at]);
                filter[(int) (bit >>> 6)] |= 1L << bit;
            }
        }
    }

    private long filterBit(long hash) {
        return hash * STEP >>> 16 & filter.length * (long) Long.SIZE - 1;
    }

    private void addAll(Set<String> values, long kind, long language) {
        for (var value : values) {
            long hash = kind;
            for (int i = 0; i < value.length(); i++) {
                hash = with(hash, value.charAt(kind == ENDING ? value.length() - 1 - i : i));
            }
            add(hash, language);
        }
    }

    private void add(long key, long language) {
        if (size * 4 >= table.length) {
            grow();
        }
        int at = find(key);
        if (table[at] == 0) {
            table[at] = key;
            size++;
        }
        table[at + 1] |= language;
    }

    private void grow() {
        var old = table;
        table = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int at = find(old[i]);
                table[at] = old[i];
                table[at + 1] = old[i + 1];
            }
        }
    }

    /** Where in the table the key stands, or would stand. */
    private int find(long key) {
        int mask = table.length - 1;
        int at = (int) (key * STEP >>> 40) << 1 & mask;
        while (table[at] != 0 && table[at] != key) {
            at = at + 2 & mask;
        }
        return at;
    }

    private long languages(long hash) {
        long bit = filterBit(hash);
        return (filter[(int) (bit >>> 6)] >>> bit & 1) == 0 ? 0 : table[find(hash) + 1];
    }

    private static long with(long hash, char c) {
        return (hash ^ c) * STEP + Long.rotateLeft(hash, 23);
    }

    /** The languages that have this word, as bits. */
    long word(char[] text, int start, int end) {
        long hash = WORD;
        for (int i = start; i < end; i++) {
            hash = with(hash, text[i]);
        }
        return languages(hash);
    }

    /** The languages whose longest known ending of a word has n characters, at index n; at least one stays before it. */
    void endings(char[] text, int start, int end, long[] byLength) {
        Arrays.fill(byLength, 0);
        long hash = ENDING;
        for (int n = 1; n <= LONGEST_AFFIX && end - n > start; n++) {
            hash = with(hash, text[end - n]);
            byLength[n] = languages(hash);
        }
        keepLongest(byLength);
    }

    /** As {@link #endings}, for beginnings. */
    void beginnings(char[] text, int start, int end, long[] byLength) {
        Arrays.fill(byLength, 0);
        long hash = BEGINNING;
        for (int n = 1; n <= LONGEST_AFFIX && start + n < end; n++) {
            hash = with(hash, text[start + n - 1]);
            byLength[n] = languages(hash);
        }
        keepLongest(byLength);
    }

    private static void keepLongest(long[] byLength) {
        long longer = 0;
        for (int n = LONGEST_AFFIX; n > 0; n--) {
            byLength[n] &= ~longer;
            longer |= byLength[n];
        }
    }
}
