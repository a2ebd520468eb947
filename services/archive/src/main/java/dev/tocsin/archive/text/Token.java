package dev.tocsin.archive.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * A word of a text as an analyzer gives it.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last
 */
record Token(String word, int start, int end) {
    /** All words of a text, in their order. */
    static List<Token> of(String text, Analyzer analyzer) {
        var found = new ArrayList<Token>();
        try (var tokens = analyzer.tokenStream("words", text)) {
            var word = tokens.addAttribute(CharTermAttribute.class);
            var place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                found.add(new Token(word.toString(), place.startOffset(), place.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the text is in memory
        }
        return found;
    }
}
