package dev.tocsin.archive.text;

import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;

/** Takes the words apart that are asked for. Analyzers keep what they need for each thread, so a few threads should ask. */
public final class Asking {
    private final Analyzer plain;
    private final Stemmers stemmers;

    public Asking(Analyzer plain, Stemmers stemmers) {
        this.plain = plain;
        this.stemmers = stemmers;
    }

    /**
     * The words of a piece without spaces, or of a phrase; more than one also where an apostrophe, a hyphen or the script parts them.
     *
     * @param languages whose stems are looked for
     */
    public List<Asked> words(String text, Set<String> languages) {
        return Token.of(text, plain).stream()
                .map(t -> Asked.of(text.substring(t.start(), t.end()), t.word(), languages, stemmers))
                .toList();
    }

    /** The beginning of a word, folded as words are; empty where there is no word, or more than one. */
    public String prefix(String text) {
        var words = Token.of(text, plain);
        return words.size() == 1 ? words.getFirst().word() : "";
    }

    /** The words of a text as they stand, folded. */
    public List<String> plain(String text) {
        return Token.of(text, plain).stream().map(Token::word).toList();
    }
}
