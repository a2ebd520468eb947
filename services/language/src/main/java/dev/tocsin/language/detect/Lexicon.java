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

    private long[] keys = new long[1 << 12];
    private long[] languages = new long[1 << 12];
    private int size;

    /** @param files at most {@link #MOST_LANGUAGES}; the first has bit 0 */
    static Lexicon of(List<LanguageFile> files) {
        var lexicon = new Lexicon();
        for (int i = 0; i < files.size(); i++) {
            lexicon.addAll(files.get(i).words(), WORD, 1L << i);
            lexicon.addAll(files.get(i).beginnings(), BEGINNING, 1L << i);
            lexicon.addAll(files.get(i).endings(), ENDING, 1L << i);
        }
        return lexicon;
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
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slotOf(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        languages[slot] |= language;
    }

    private void grow() {
        var oldKeys = keys;
        var oldLanguages = languages;
        keys = new long[oldKeys.length * 2];
        languages = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                languages[slot] = oldLanguages[i];
            }
        }
    }

    private int slotOf(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * STEP >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
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
        return languages[slotOf(hash)];
    }

    /** The languages whose longest known ending of a word has n characters, at index n; at least one stays before it. */
    void endings(char[] text, int start, int end, long[] byLength) {
        Arrays.fill(byLength, 0);
        long hash = ENDING;
        for (int n = 1; n <= LONGEST_AFFIX && end - n > start; n++) {
            hash = with(hash, text[end - n]);
            byLength[n] = languages[slotOf(hash)];
        }
        keepLongest(byLength);
    }

    /** As {@link #endings}, for beginnings. */
    void beginnings(char[] text, int start, int end, long[] byLength) {
        Arrays.fill(byLength, 0);
        long hash = BEGINNING;
        for (int n = 1; n <= LONGEST_AFFIX && start + n < end; n++) {
            hash = with(hash, text[start + n - 1]);
            byLength[n] = languages[slotOf(hash)];
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
