package dev.tocsin.classify.figures;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence's tokens with what each means: of phrases that overlap the first, and of those that begin together the longest, counts. */
final class Sentence {
    private static final List<Phrases.Found> NOTHING = List.of();

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final List<List<Phrases.Found>> found;
    private final List<Set<Marks>> marks;

    Sentence(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.found = new ArrayList<>(tokens.size());
        this.marks = new ArrayList<>(tokens.size());
        read();
    }

    private void read() {
        tokens.forEach(t -> {
            found.add(NOTHING);
            marks.add(EnumSet.noneOf(Marks.class));
        });
        int at = 0;
        while (at < tokens.size()) {
            var all = lexicon.phrases().at(tokens, at);
            int longest = 1;
            for (var one : all) {
                longest = Math.max(longest, one.length());
            }
            var kept = new ArrayList<Phrases.Found>(all.size());
            for (var one : all) {
                if (one.length() == longest) {
                    kept.add(one);
                }
            }
            found.set(at, kept);
            for (var one : kept) {
                if (one.sense() instanceof Sense.Mark(Marks mark)) {
                    for (int i = at; i < at + longest; i++) {
                        marks.get(i).add(mark);
                    }
                }
            }
            at += longest;
        }
    }

    Lexicon lexicon() {
        return lexicon;
    }

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    List<Token> tokens() {
        return tokens;
    }

    boolean is(int at, Marks mark) {
        return at >= 0 && at < tokens.size() && marks.get(at).contains(mark);
    }

    boolean sign(int at, String sign) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(sign);
    }

    boolean isSign(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).kind() == Token.Kind.SIGN;
    }

    /** Whether a token, if there is one, touches the one after it. */
    boolean touchesNext(int at) {
        return at >= 0 && at + 1 < tokens.size() && tokens.get(at).touches(tokens.get(at + 1));
    }

    /** How many tokens a phrase with a mark covers that begins here; 0 for none. */
    int length(int at, Marks mark) {
        if (at < 0 || at >= tokens.size()) {
            return 0;
        }
        for (var one : found.get(at)) {
            if (one.sense() instanceof Sense.Mark(Marks m) && m == mark) {
                return one.length();
            }
        }
        return 0;
    }

    /** The phrase of a kind of sense that begins here. */
    <S extends Sense> @Nullable S sense(int at, Class<S> type) {
        if (at >= 0 && at < tokens.size()) {
            for (var one : found.get(at)) {
                if (type.isInstance(one.sense())) {
                    return type.cast(one.sense());
                }
            }
        }
        return null;
    }

    /** All that may have happened by the phrase that begins here. */
    List<Sense.Event> events(int at) {
        var events = new ArrayList<Sense.Event>(0);
        for (var one : found.get(at)) {
            if (one.sense() instanceof Sense.Event event) {
                events.add(event);
            }
        }
        return events;
    }

    /** One past the last token of the longest phrase that begins here. */
    int after(int at) {
        return at + (found.get(at).isEmpty() ? 1 : found.get(at).getFirst().length());
    }

    /** The same as in the article, for the words from one token up to another. */
    String text(String article, int from, int to) {
        return article.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
