package dev.tocsin.archive.search;

import dev.tocsin.archive.search.Expression.Field;
import dev.tocsin.archive.search.Lexeme.Kind;
import dev.tocsin.archive.search.SearchSyntaxException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a search: words stand for all of them, {@code OR} for one of its sides, {@code NOT} or {@code -} for none; parentheses
 * hold together, and a field's name and colon stand before a word, a phrase or parentheses.
 */
public final class Parser {
    /** UTF-16 units of a search. */
    public static final int MOST_CHARACTERS = 1_000;

    /** Words, phrases and prefixes of a search. */
    public static final int MOST_WORDS = 32;

    private static final int MOST_NESTING = 12;
    private static final int SHORTEST_PREFIX = 3;

    private final List<Lexeme> pieces;
    private int at;
    private int words;

    private Parser(List<Lexeme> pieces) {
        this.pieces = pieces;
    }

    /** @throws SearchSyntaxException where it cannot be read */
    public static Expression read(String search) {
        if (search.length() > MOST_CHARACTERS) {
            throw new SearchSyntaxException(
                    Reason.TOO_LONG,
                    MOST_CHARACTERS,
                    search.length(),
                    "the search has " + search.length() + " characters, the most is " + MOST_CHARACTERS
                            + "; shorten it");
        }
        var parser = new Parser(Lexer.of(search));
        var expression = parser.any(0);
        var rest = parser.peek();
        if (rest.kind() == Kind.CLOSE) {
            throw wrong(
                    Reason.PARENTHESIS_ALONE, rest, "this parenthesis was not opened; take it away, or put one before");
        }
        return expression;
    }

    private Expression any(int depth) {
        var parts = new ArrayList<Expression>();
        parts.add(all(depth));
        while (peek().kind() == Kind.OR) {
            take();
            parts.add(all(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.Any(parts);
    }

    private Expression all(int depth) {
        var parts = new ArrayList<Expression>();
        while (true) {
            parts.add(one(depth));
            var next = peek();
            if (next.kind() == Kind.AND) {
                take();
            } else if (next.kind() == Kind.OR || next.kind() == Kind.CLOSE || next.kind() == Kind.END) {
                return parts.size() == 1 ? parts.getFirst() : new Expression.All(parts);
            }
        }
    }

    private Expression one(int depth) {
        var piece = take();
        if (depth > MOST_NESTING) {
            throw wrong(
                    Reason.TOO_DEEP,
                    piece,
                    "parentheses, fields and NOT stand inside each other more than " + MOST_NESTING
                            + " times; write it flatter");
        }
        return switch (piece.kind()) {
            case NOT -> new Expression.Not(one(depth + 1));
            case FIELD -> field(piece, depth);
            case OPEN -> group(piece, depth);
            default -> leaf(piece);
        };
    }

    private Expression field(Lexeme name, int depth) {
        var next = peek();
        if (next.kind() == Kind.END || next.start() != name.end() || next.kind() == Kind.FIELD) {
            throw wrong(
                    Reason.FIELD_EMPTY,
                    name,
                    "a word, a phrase or a parenthesis follows the colon at once, as in "
                            + name.text().toLowerCase(java.util.Locale.ROOT) + ":word");
        }
        var inner = next.kind() == Kind.OPEN ? group(take(), depth) : leaf(take());
        return new Expression.In(Field.valueOf(name.text()), inner);
    }

    private Expression group(Lexeme open, int depth) {
        if (peek().kind() == Kind.CLOSE) {
            throw wrong(Reason.PARENTHESIS_EMPTY, open, "there is nothing between these parentheses");
        }
        var inner = any(depth + 1);
        if (take().kind() != Kind.CLOSE) {
            throw wrong(Reason.PARENTHESIS_OPEN, open, "this parenthesis is not closed; put one behind");
        }
        return inner;
    }

    private Expression leaf(Lexeme piece) {
        if (++words > MOST_WORDS) {
            throw wrong(
                    Reason.TOO_MANY_WORDS,
                    piece,
                    "the search has more than " + MOST_WORDS + " words and phrases; leave some out");
        }
        return switch (piece.kind()) {
            case WORD -> new Expression.Word(piece.text(), piece.start(), piece.end());
            case PHRASE -> new Expression.Phrase(piece.text(), piece.start(), piece.end());
            case PREFIX -> prefix(piece);
            case END ->
                throw words == 1 && pieces.size() == 1
                        ? wrong(Reason.NOTHING, piece, "there is nothing to search for")
                        : wrong(Reason.WORD_MISSING, piece, "a word or a phrase is missing here");
            default ->
                throw wrong(
                        Reason.WORD_MISSING_BEFORE,
                        piece,
                        "a word or a phrase is missing before this; in quotes it is a word itself");
        };
    }

    private static Expression prefix(Lexeme piece) {
        var script = Character.UnicodeScript.of(piece.text().codePointAt(0));
        boolean signs = script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HANGUL;
        if (!signs && piece.text().length() < SHORTEST_PREFIX) {
            throw wrong(
                    Reason.PREFIX_TOO_SHORT,
                    piece,
                    "too many words begin so; write at least " + SHORTEST_PREFIX + " letters before the *");
        }
        return new Expression.Prefix(piece.text(), piece.start(), piece.end());
    }

    private Lexeme peek() {
        return pieces.get(at);
    }

    private Lexeme take() {
        var piece = pieces.get(at);
        at = Math.min(at + 1, pieces.size() - 1);
        return piece;
    }

    private static SearchSyntaxException wrong(Reason reason, Lexeme piece, String detail) {
        return new SearchSyntaxException(reason, piece.start(), piece.end(), detail);
    }
}
