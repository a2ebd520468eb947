package dev.tocsin.archive.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a text with all forms that they are found by, those of one word at one position: as it stands, as its language stems
 * it, and as it sounds where it may be a name. One stream for all, so that a phrase may mix them and a match knows its place.
 */
public final class FormStream extends TokenStream {
    /** Longer texts are books; their beginning is searched. */
    public static final int MOST_CHARACTERS = 200_000;

    private static final int LONGEST_PART = 2;

    private final CharTermAttribute form = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Analyzer plain;
    private final Stemmers stemmers;
    private final ArrayDeque<String> others = new ArrayDeque<>();
    private String text = "";
    private String language = "";
    private List<Token> words = List.of();
    private List<List<String>> stems = List.of();
    private int next;

    public FormStream(Analyzer plain, Stemmers stemmers) {
        this.plain = plain;
        this.stemmers = stemmers;
    }

    /** What is read next. */
    public FormStream of(String newText, String newLanguage) {
        text = newText.length() <= MOST_CHARACTERS ? newText : newText.substring(0, MOST_CHARACTERS);
        language = newLanguage;
        return this;
    }

    @Override
    public void reset() {
        words = Token.of(text, plain);
        stems = new ArrayList<>(words.size());
        words.forEach(w -> stems.add(List.of()));
        stemmers.of(language).ifPresent(analyzer -> place(Token.of(text, analyzer)));
        others.clear();
        next = 0;
    }

    /** Each stem to the word that it was made of; of a word with an article before an apostrophe, to the longer part. */
    private void place(List<Token> made) {
        int at = 0;
        for (var stem : made) {
            while (at < words.size() && words.get(at).end() <= stem.start()) {
                at++;
            }
            int own = at;
            while (own + 1 < words.size()
                    && words.get(own).end() - words.get(own).start() <= LONGEST_PART
                    && words.get(own + 1).end() <= stem.end()) {
                own++;
            }
            if (own < words.size()) {
                var before = stems.get(own);
                var all = new ArrayList<>(before);
                all.add(stem.word());
                stems.set(own, all);
            }
        }
    }

    @Override
    public boolean incrementToken() {
        if (!others.isEmpty()) {
            form.setEmpty().append(others.poll());
            step.setPositionIncrement(0);
            return true;
        }
        if (next >= words.size()) {
            return false;
        }
        var word = words.get(next);
        clearAttributes();
        form.append(word.word());
        place.setOffset(word.start(), word.end());
        step.setPositionIncrement(1);
        var own = stems.get(next++);
        own.forEach(stem -> others.add(Marks.stem(language, stem)));
        others.addAll(keys(word, own));
        return true;
    }

    private Collection<String> keys(Token word, List<String> own) {
        return NameKeys.ofText(text.substring(word.start(), word.end()), own, language);
    }

    @Override
    public void end() {
        clearAttributes();
        place.setOffset(text.length(), text.length());
    }
}
