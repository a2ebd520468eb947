package dev.tocsin.classify.figures;

import java.util.ArrayList;
import java.util.List;

/** Where sentences end: stops that are not of abbreviations, initials or ordinals, and line breaks that begin something new. */
final class Sentences {
    /** A list or a table without stops is cut. */
    private static final int LONGEST = 250;

    private final List<Token> tokens;
    private final Lexicon lexicon;

    private Sentences(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** The tokens of each sentence; line breaks are left out. */
    static List<List<Token>> of(List<Token> tokens, Lexicon lexicon) {
        return new Sentences(tokens, lexicon).split();
    }

    private List<List<Token>> split() {
        var sentences = new ArrayList<List<Token>>();
        var sentence = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (!token.is("\n")) {
                sentence.add(token);
            }
            if ((ends(i) || sentence.size() >= LONGEST) && !sentence.isEmpty()) {
                sentences.add(List.copyOf(sentence));
                sentence.clear();
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        return sentences;
    }

    private boolean ends(int at) {
        return switch (tokens.get(at).word()) {
            case "!", "?", "\u2026", "。" -> true;
            case "\n" -> at + 1 >= tokens.size() || beginsAnew(tokens.get(at + 1));
            case "." -> stop(at);
            default -> false;
        };
    }

    private static boolean beginsAnew(Token next) {
        return !next.isWord() || next.capital();
    }

    private boolean stop(int at) {
        if (at + 1 >= tokens.size()) {
            return true;
        }
        var next = tokens.get(at + 1);
        var before = at == 0 ? tokens.get(at) : tokens.get(at - 1);
        if (tokens.get(at).touches(next)) {
            // a closing quotation mark; else "U.S." or a slip, of which only the slip begins with a capital after a
            // long word
            return next.is("\"")
                    || next.is(")")
                    || next.capital() && before.word().length() > 2;
        }
        if (next.isWord() && !next.capital()) {
            return false;
        }
        if (before.kind() == Token.Kind.DIGITS && next.isWord() && month(at + 1)) {
            return false;
        }
        boolean initial = before.isWord() && before.word().length() == 1 && before.capital();
        return !initial && !lexicon.spelling().abbreviations().contains(before.word());
    }

    private boolean month(int at) {
        return lexicon.phrases().at(tokens, at).stream()
                .anyMatch(f -> f.sense() instanceof Sense.Day(Sense.Unit unit, int value) && unit == Sense.Unit.MONTH);
    }
}
