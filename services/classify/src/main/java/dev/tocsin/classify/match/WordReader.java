package dev.tocsin.classify.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Parts a text into words, as they stand and as the language's own analyzer makes them. Words are counted as they stand: a
 * stemmed word has the numbers of the words that it was made of, so that both kinds can stand side by side in a phrase.
 */
final class WordReader {
    private final @Nullable Analyzer stemming;
    private final Analyzer exact;

    /** @param stemming null where the language has no analyzer of its own */
    WordReader(@Nullable Analyzer stemming, Analyzer exact) {
        this.stemming = stemming;
        this.exact = exact;
    }

    /** What is done with each word that is read. */
    interface Reader {
        /** @param length of the letters in {@code word} that count */
        void read(boolean exact, char[] word, int length, Span span);
    }

    boolean stems() {
        return stemming != null;
    }

    Analyzer exact() {
        return exact;
    }

    /** Reads the words as they stand, then the stemmed ones. */
    void read(String text, Reader reader) {
        var starts = new Offsets();
        var ends = new Offsets();
        run(exact, text, (word, length, start, end) -> {
            int number = starts.size;
            starts.add(start);
            ends.add(end);
            reader.read(true, word, length, new Span(number, number, start, end));
        });
        if (stemming != null) {
            run(stemming, text, (word, length, start, end) -> {
                int first = ends.firstAbove(start);
                int last = Math.max(first, starts.firstAbove(end - 1) - 1);
                reader.read(false, word, length, new Span(first, last, start, end));
            });
        }
    }

    private interface Token {
        void read(char[] word, int length, int start, int end);
    }

    private static void run(Analyzer analyzer, String text, Token reader) {
        try (var tokens = analyzer.tokenStream("words", text)) {
            var token = tokens.getAttribute(CharTermAttribute.class);
            var place = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                reader.read(token.buffer(), token.length(), place.startOffset(), place.endOffset());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the text is in memory
        }
    }

    /** Offsets in rising order. */
    private static final class Offsets {
        private int[] all = new int[16];
        private int size;

        void add(int offset) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = offset;
        }

        /** The number of the first one that is greater. */
        int firstAbove(int offset) {
            int found = Arrays.binarySearch(all, 0, size, offset + 1);
            return found < 0 ? -found - 1 : found;
        }
    }
}
