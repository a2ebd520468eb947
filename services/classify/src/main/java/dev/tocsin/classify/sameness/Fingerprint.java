package dev.tocsin.classify.sameness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 64 bits that near copies nearly share, for texts of one language: SimHash (Charikar, STOC 2002; for web pages Manku,
 * Jain and Das Sarma, WWW 2007) over words and pairs of neighbours. Credits and other boilerplate are left out first.
 */
public final class Fingerprint {
    /** At most so many bits differ between near copies. How it was measured is told in docs/concepts.md. */
    public static final int NEAR = 14;

    private static final int LEAD = 20_000;
    /** Fewer words are a headline, which many texts have in common. */
    private static final int FEWEST_WORDS = 12;
    /** Shorter words are grammar in most alphabets, and the same in all texts. */
    private static final int SHORTEST = 4;

    private static final int WORD = 3;
    private static final int PAIR = 2;
    private static final int BITS = 64;

    private Fingerprint() {}

    /**
     * The fingerprint of an article.
     *
     * @param title used only where the text alone is too short, because copies are often given another title
     * @return 16 hexadecimal digits; null where there is too little text to tell copies from other short texts
     */
    public static @Nullable String of(@Nullable String title, String text) {
        var words = words(text);
        if (words.size() < FEWEST_WORDS && title != null) {
            words = words(lead(title) + ".\n" + lead(text));
        }
        if (words.size() < FEWEST_WORDS) {
            return null;
        }
        return String.format(Locale.ROOT, "%016x", simHash(words));
    }

    /** In how many bits two fingerprints differ, 0 to 64: some 32 for unrelated texts. */
    public static int distance(String one, String other) {
        return Long.bitCount(Long.parseUnsignedLong(one, 16) ^ Long.parseUnsignedLong(other, 16));
    }

    private static String lead(String text) {
        return text.length() <= LEAD ? text : text.substring(0, LEAD);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var kept = Boilerplate.strip(lead(text));
        for (var word : Words.of(kept, kept.length(), "")) {
            if (word.kind() == Word.Kind.IDEOGRAPHS) {
                for (int i = 0; i + 2 <= word.form().length(); i++) {
                    words.add(word.form().substring(i, i + 2));
                }
            } else {
                words.add(word.form());
            }
        }
        return words;
    }

    private static long simHash(List<String> words) {
        var sums = new int[BITS];
        var seen = new HashSet<Long>();
        long last = 0;
        for (var word : words) {
            long hash = hash(word);
            boolean isSmall = word.length() < SHORTEST && Character.isLetter(word.charAt(0));
            if (!isSmall && seen.add(hash)) {
                add(sums, hash, WORD);
            }
            long pair = mix(last * 31 + hash);
            if (last != 0 && seen.add(pair)) {
                add(sums, pair, PAIR);
            }
            last = hash;
        }
        long bits = 0;
        for (int i = 0; i < BITS; i++) {
            bits |= sums[i] > 0 ? 1L << i : 0;
        }
        return bits;
    }

    private static void add(int[] sums, long hash, int weight) {
        for (int i = 0; i < BITS; i++) {
            sums[i] += (hash >>> i & 1) == 1 ? weight : -weight;
        }
    }

    private static long hash(String word) {
        long hash = StemTable.start();
        for (int i = 0; i < word.length(); i++) {
            hash = StemTable.next(hash, word.charAt(i));
        }
        return mix(hash);
    }

    /** Stafford's mix 13, as in SplittableRandom. */
    private static long mix(long h) {
        long m = (h ^ h >>> 30) * 0xbf58476d1ce4e5b9L;
        m = (m ^ m >>> 27) * 0x94d049bb133111ebL;
        return m ^ m >>> 31;
    }
}
