package dev.tocsin.classify.reactions;

import dev.tocsin.classify.actors.Folding;
import dev.tocsin.classify.actors.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that are looked for at a place of a text: words in order, {@code word*} for any that begins so, {@code ...} for up
 * to four words between (ten characters where each is a word).
 *
 * @param <T> what a phrase means
 */
final class Phrases<T> {
    private static final int GAP = 4;
    private static final int IDEOGRAPHS = 10;
    private static final int LONGEST_PATTERN = 200;
    /** Bits. */
    private static final int FILTER = 4096;

    /** A phrase found: its last word, and what it means. */
    record Found<T>(int last, T meaning) {}

    private record Part(String word, boolean prefix, boolean gapBefore) {
        boolean matches(String token) {
            return prefix ? token.startsWith(word) : token.equals(word);
        }
    }

    private record Phrase<T>(List<Part> parts, T meaning) {}

    private final Map<Integer, List<Phrase<T>>> byStart = new HashMap<>();
    /** Which keys there are, roughly: most words of a text are told apart by a look at one bit. */
    private final long[] filter = new long[FILTER / Long.SIZE];

    /** @throws IllegalArgumentException where the pattern has no words, or begins with a gap */
    void add(String pattern, T meaning) {
        var parts = new ArrayList<Part>();
        boolean gap = false;
        for (var piece : pattern.split(" ")) {
            if (piece.equals("...")) {
                gap = true;
                continue;
            }
            var words = Words.of(piece, LONGEST_PATTERN);
            for (int i = 0; i < words.size(); i++) {
                boolean prefix = piece.endsWith("*") && i == words.size() - 1;
                parts.add(new Part(Folding.of(words.folded(i)), prefix, gap));
                gap = false;
            }
        }
        if (parts.isEmpty() || parts.getFirst().gapBefore() || gap) {
            throw new IllegalArgumentException("'" + pattern + "' is no phrase: it begins and ends with a word");
        }
        int key = key(parts.getFirst().word());
        filter[bit(key) / Long.SIZE] |= 1L << bit(key);
        byStart.computeIfAbsent(key, k -> new ArrayList<>()).add(new Phrase<>(parts, meaning));
    }

    /** The longest phrase that begins at a word, or null. */
    @Nullable
    Found<T> at(String[] tokens, int at, int end) {
        int key = key(tokens[at]);
        if ((filter[bit(key) / Long.SIZE] & 1L << bit(key)) == 0) {
            return null;
        }
        var phrases = byStart.get(key);
        Found<T> best = null;
        int most = 0;
        for (int i = 0; phrases != null && i < phrases.size(); i++) {
            var phrase = phrases.get(i);
            int last = match(phrase.parts(), tokens, at, end);
            int weight = phrase.parts().size();
            if (last >= 0 && (best == null || weight > most)) {
                best = new Found<>(last, phrase.meaning());
                most = weight;
            }
        }
        return best;
    }

    boolean has(String[] tokens, int at, int end) {
        return at >= 0 && at < end && at(tokens, at, end) != null;
    }

    private static int match(List<Part> parts, String[] tokens, int at, int end) {
        int i = at;
        for (var part : parts) {
            int furthest = part.gapBefore() ? Math.min(end - 1, i + gap(tokens, i)) : Math.min(end - 1, i);
            while (i <= furthest && !part.matches(tokens[i])) {
                i++;
            }
            if (i > furthest) {
                return -1;
            }
            i++;
        }
        return i - 1;
    }

    /** A character is a word where they are written without spaces. */
    private static int gap(String[] tokens, int at) {
        return at < tokens.length && Character.isIdeographic(tokens[at].codePointAt(0)) ? IDEOGRAPHS : GAP;
    }

    /** The first two letters; a word of one letter is no beginning of another. */
    private static int key(String word) {
        return word.isEmpty()
                ? 0
                : word.length() == 1 ? word.charAt(0) : word.charAt(0) << Character.SIZE | word.charAt(1);
    }

    private static int bit(int key) {
        int mixed = key * 0x9e3779b1;
        return (mixed ^ mixed >>> 15) & (FILTER - 1);
    }
}
