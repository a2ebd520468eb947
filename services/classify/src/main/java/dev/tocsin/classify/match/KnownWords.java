package dev.tocsin.classify.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Tells which terms a text may match, without analyzing words that were met before: newspapers use few words over and
 * over (Zipf's law), and most articles have no term's anchors and need no index then. Every analyzer here sees a word by
 * itself, never across white space, so a text's words one by one have the anchors that the text has. Thread-safe.
 */
final class KnownWords {
    /** Longer than words are: text without white space, which does not come again. */
    private static final int LONGEST_WORD = 48;

    // what stands at a word's edges is no part of it for any tokenizer, and would make many words of one
    private static final String OPENING = "\"(\u00ab\u201c\u201e";
    private static final String CLOSING = "\".,;:!?)\u00bb\u201d\u2026";

    private static final char NO_BREAK_SPACE = 0xa0;

    private static final int[] NONE = {};

    private final WordTable<KnownWords, int[]> known;
    private final @Nullable Analyzer stemming;
    private final Analyzer exact;
    private final Anchors anchors;

    /** @param known shared by all languages, as memory is */
    KnownWords(WordTable<KnownWords, int[]> known, @Nullable Analyzer stemming, Analyzer exact, Anchors anchors) {
        this.known = known;
        this.stemming = stemming;
        this.exact = exact;
        this.anchors = anchors;
    }

    /** The numbers of the terms that are worth trying on a text. */
    BitSet candidates(String text) {
        var found = new BitSet();
        var unknown = new LinkedHashSet<String>();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && !isSpace(text.charAt(end))) {
                end++;
            }
            int first = start;
            int last = end;
            while (first < last && OPENING.indexOf(text.charAt(first)) >= 0) {
                first++;
            }
            while (first < last && CLOSING.indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            if (last > first) {
                var groups = known.get(this, text, first, last);
                if (groups == null) {
                    unknown.add(text.substring(first, last));
                } else {
                    mark(groups, found);
                }
            }
            start = end + 1;
        }
        if (!unknown.isEmpty()) {
            learn(List.copyOf(unknown)).forEach(groups -> mark(groups, found));
        }
        return anchors.terms(found);
    }

    private static void mark(int[] groups, BitSet found) {
        for (int group : groups) {
            found.set(group);
        }
    }

    /** Where the tokenizers part words too (UAX 29): a narrow no-break space, for one, is inside a number for them. */
    private static boolean isSpace(char c) {
        return c <= ' ' || c >= 0x7f && (Character.isWhitespace(c) || c == NO_BREAK_SPACE);
    }

    private List<int[]> learn(List<String> words) {
        var groups = analyzed(words);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).length() <= LONGEST_WORD) {
                known.put(this, words.get(i), groups.get(i));
            }
        }
        return groups;
    }

    /** The anchor groups of each word, all words analyzed in one go: to begin an analysis costs more than a word does. */
    private List<int[]> analyzed(List<String> words) {
        var text = String.join(" ", words);
        var found = words.stream().map(word -> new BitSet()).toList();
        find(exact, true, words, text, found);
        if (stemming != null) {
            find(stemming, false, words, text, found);
        }
        return found.stream()
                .map(groups -> groups.isEmpty() ? NONE : groups.stream().toArray())
                .toList();
    }

    private void find(Analyzer analyzer, boolean inExact, List<String> words, String text, List<BitSet> found) {
        try (var tokens = analyzer.tokenStream("words", text)) {
            var token = tokens.getAttribute(CharTermAttribute.class);
            var place = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            int word = 0;
            int end = words.getFirst().length();
            while (tokens.incrementToken()) {
                while (place.startOffset() > end) {
                    end += 1 + words.get(++word).length();
                }
                anchors.find(inExact, token.buffer(), token.length(), found.get(word));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the words are in memory
        }
    }
}
