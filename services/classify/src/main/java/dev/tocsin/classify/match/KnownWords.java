package dev.tocsin.classify.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Tells which terms a text may match, without analyzing words that were met before: newspapers use few words over and
 * over (Zipf's law), and most articles hold no anchor at all and need no index then. Every analyzer here sees a word by
 * itself, never across white space, so a text's words one by one have the anchors that the text has. Thread-safe.
 */
final class KnownWords {
    /** More than a language's everyday words; beyond it all are forgotten, which bounds the heap for any text. */
    private static final int MOST_WORDS = 8192;

    /** Longer than words are: text without white space, which does not come again. */
    private static final int LONGEST_WORD = 48;

    private static final char NO_BREAK_SPACE = 0xa0;

    private static final int[] NONE = {};

    private final Map<String, int[]> termsOfWord = new ConcurrentHashMap<>();
    private final @Nullable Analyzer stemming;
    private final Analyzer exact;
    private final Anchors anchors;

    KnownWords(@Nullable Analyzer stemming, Analyzer exact, Anchors anchors) {
        this.stemming = stemming;
        this.exact = exact;
        this.anchors = anchors;
    }

    /** The numbers of the terms that are worth trying on a text. */
    BitSet candidates(String text) {
        var found = anchors.always();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSpace(text.charAt(i))) {
                if (i > start) {
                    for (int term : terms(text.substring(start, i))) {
                        found.set(term);
                    }
                }
                start = i + 1;
            }
        }
        return found;
    }

    /** Where the tokenizers part words too (UAX 29): a narrow no-break space, for one, is inside a number for them. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == NO_BREAK_SPACE;
    }

    private int[] terms(String word) {
        var known = termsOfWord.get(word);
        if (known != null) {
            return known;
        }
        var terms = analyzed(word);
        if (word.length() <= LONGEST_WORD) {
            if (termsOfWord.size() >= MOST_WORDS) {
                termsOfWord.clear();
            }
            termsOfWord.put(word, terms);
        }
        return terms;
    }

    private int[] analyzed(String word) {
        var found = new BitSet();
        find(exact, true, word, found);
        if (stemming != null) {
            find(stemming, false, word, found);
        }
        return found.isEmpty() ? NONE : found.stream().toArray();
    }

    private void find(Analyzer analyzer, boolean inExact, String word, BitSet found) {
        try (var tokens = analyzer.tokenStream("word", word)) {
            var token = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                anchors.find(inExact, token.buffer(), token.length(), found);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the word is in memory
        }
    }
}
