package dev.tocsin.archive.search;

import dev.tocsin.archive.search.Lexeme.Kind;
import dev.tocsin.archive.search.SearchSyntaxException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts a search into its pieces. */
final class Lexer {
    private static final String QUOTES = "\"“”„«»";
    private static final String FIELDS = Stream.of(Expression.Field.values())
            .map(f -> f.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));

    private final String search;
    private final List<Lexeme> found = new ArrayList<>();
    private int at;

    private Lexer(String search) {
        this.search = search;
    }

    /** All pieces; the last is an {@code END}. */
    static List<Lexeme> of(String search) {
        var lexer = new Lexer(search);
        lexer.read();
        lexer.found.add(new Lexeme(Kind.END, "", search.length(), search.length()));
        return lexer.found;
    }

    private void read() {
        while (at < search.length()) {
            char c = search.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (c == '(') {
                sign(Kind.OPEN);
            } else if (c == ')') {
                sign(Kind.CLOSE);
            } else if (isQuote(c)) {
                phrase();
            } else if (c == '-' && isBefore(at + 1)) {
                sign(Kind.NOT);
            } else if (c == '+' && isBefore(at + 1)) {
                at++; // each word is wanted anyway
            } else {
                word();
            }
        }
    }

    private void sign(Kind kind) {
        found.add(new Lexeme(kind, search.substring(at, at + 1), at, at + 1));
        at++;
    }

    private void phrase() {
        int start = at++;
        while (at < search.length() && !isQuote(search.charAt(at))) {
            at++;
        }
        if (at == search.length()) {
            throw new SearchSyntaxException(
                    Reason.QUOTE_OPEN, start, at, "this quotation mark is not closed; put one behind the phrase");
        }
        at++;
        found.add(new Lexeme(Kind.PHRASE, search.substring(start + 1, at - 1), start, at));
    }

    private void word() {
        int start = at;
        while (at < search.length()
                && !isSpace(search.charAt(at))
                && "():".indexOf(search.charAt(at)) < 0
                && !isQuote(search.charAt(at))) {
            at++;
        }
        var text = search.substring(start, at);
        if (at < search.length() && search.charAt(at) == ':') {
            field(text, start);
            return;
        }
        switch (text) {
            case "AND" -> add(Kind.AND, text, start);
            case "OR" -> add(Kind.OR, text, start);
            case "NOT" -> add(Kind.NOT, text, start);
            default -> word(text, start);
        }
    }

    private void word(String text, int start) {
        int star = text.indexOf('*');
        if (star < 0) {
            add(Kind.WORD, text, start);
        } else if (star == text.length() - 1 && star > 0) {
            add(Kind.PREFIX, text.substring(0, star), start);
        } else {
            throw new SearchSyntaxException(
                    Reason.STAR_INSIDE,
                    start + star,
                    start + star + 1,
                    "a * stands at the end of a word, as in protest*; in other places it finds nothing");
        }
    }

    private void field(String name, int start) {
        at++;
        var known = Stream.of(Expression.Field.values())
                .anyMatch(f -> f.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
        if (!known) {
            throw new SearchSyntaxException(
                    Reason.FIELD_UNKNOWN,
                    start,
                    at,
                    "there is no field '" + shortened(name) + "'; there are " + FIELDS
                            + ". To search for a colon, put the words in quotes");
        }
        add(Kind.FIELD, name.toUpperCase(Locale.ROOT), start);
    }

    private void add(Kind kind, String text, int start) {
        found.add(new Lexeme(kind, text, start, at));
    }

    private boolean isBefore(int next) {
        return next < search.length() && !isSpace(search.charAt(next)) && search.charAt(next) != ')';
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
