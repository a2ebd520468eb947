package dev.tocsin.ingest.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The overlapping runs of words of a text: two texts that share most of them say the same. */
final class Shingles {
    private static final int WORDS = 3;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<Long> hashes = new HashSet<>();

    private Shingles(String text) {
        long[] last = new long[WORDS];
        int words = 0;
        for (var word : BETWEEN.split(text)) {
            if (!word.isEmpty()) {
                last[words++ % WORDS] = word.toLowerCase(Locale.ROOT).hashCode();
                if (words >= WORDS) {
                    hashes.add((last[(words - 3) % WORDS] * 31 + last[(words - 2) % WORDS]) * 1_000_003
                            + last[(words - 1) % WORDS]);
                }
            }
        }
    }

    static Shingles of(String text) {
        return new Shingles(text);
    }

    /** The share of these that the other text has too; 0 where there are none. */
    double within(Shingles other) {
        return hashes.isEmpty()
                ? 0
                : (double) hashes.stream().filter(other.hashes::contains).count() / hashes.size();
    }
}
