package dev.tocsin.classify.figures;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words, numbers and signs, each with its place; in one pass, and never more of it than {@link #MAX_CHARS}. */
final class Tokenizer {
    /** News texts are shorter; what comes later repeats what was said. */
    static final int MAX_CHARS = 60_000;

    /** Longer than words are; the rest of a longer one is passed over. */
    private static final int LONGEST_WORD = 40;

    private static final int GROUP = 3;
    private static final char SOFT_HYPHEN = '\u00ad';

    private final String text;
    private final int length;
    private final Spelling spelling;
    private final List<Token> tokens = new ArrayList<>();

    private Tokenizer(String text, Spelling spelling) {
        this.text = text;
        this.length = Math.min(text.length(), MAX_CHARS);
        this.spelling = spelling;
    }

    static List<Token> tokens(String text, Spelling spelling) {
        var tokenizer = new Tokenizer(text, spelling);
        int at = 0;
        while (at < tokenizer.length) {
            at = tokenizer.next(at);
        }
        return tokenizer.tokens;
    }

    private int next(int at) {
        char c = text.charAt(at);
        if (isDigit(c)) {
            return number(at);
        }
        if (Character.isLetterOrDigit(c)) {
            return word(at);
        }
        if (c == '\n') {
            add("\n", at, at + 1, Token.Kind.SIGN);
        } else if (!Character.isWhitespace(c) && !isSpace(c) && !Character.isISOControl(c) && !invisible(c)) {
            add(sign(c), at, at + 1, Token.Kind.SIGN);
        }
        return at + 1;
    }

    private int word(int start) {
        int at = start;
        while (at < length && (inWord(text.charAt(at)) || insideApostrophe(at))) {
            at++;
        }
        add(fold(start, Math.min(at, start + LONGEST_WORD)), start, at, Token.Kind.WORD);
        return afterApostrophe(at);
    }

    private boolean insideApostrophe(int at) {
        return spelling.apostrophe() == Spelling.Apostrophe.INSIDE && isApostrophe(text.charAt(at)) && letterAt(at + 1);
    }

    /** Where an apostrophe ends words ("Iraq's", "Kabil'de"), what hangs on it is no word. */
    private int afterApostrophe(int at) {
        if (at < length && isApostrophe(text.charAt(at)) && letterAt(at + 1)) {
            int end = at + 1;
            while (spelling.apostrophe() == Spelling.Apostrophe.ENDS && end < length && inWord(text.charAt(end))) {
                end++;
            }
            return end;
        }
        return at;
    }

    private int number(int start) {
        int at = digits(start);
        var kind = Token.Kind.DIGITS;
        int first = at - start;
        while (at + 1 < length && isDigit(text.charAt(at + 1))) {
            char c = text.charAt(at);
            int end = digits(at + 1);
            boolean group = end - at - 1 == GROUP && first <= GROUP;
            boolean space = isSpace(c) || c == ' ';
            if (space && !(group && (c != ' ' || spelling.groupsBySpace()))) {
                break;
            }
            if (!space && c != '.' && c != ',' && !isApostrophe(c) && c != ':' && c != '/') {
                break;
            }
            if (!space && (c == ':' || c == '/' || (!group && at - start > first))) {
                kind = Token.Kind.CODE;
            }
            at = end;
        }
        add(text.substring(start, Math.min(at, start + LONGEST_WORD)), start, at, kind);
        return spelling.apostrophe() == Spelling.Apostrophe.ENDS ? afterApostrophe(at) : at;
    }

    private int digits(int at) {
        int end = at;
        while (end < length && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(String word, int start, int end, Token.Kind kind) {
        tokens.add(new Token(word, start, end, kind, Character.isUpperCase(text.charAt(start))));
    }

    /** Composed first, so that an accent that stands by itself is not lost; accents that compose to nothing are. */
    private String fold(int start, int end) {
        var whole = text.substring(start, end);
        var composed = Normalizer.isNormalized(whole, Form.NFC) ? whole : Normalizer.normalize(whole, Form.NFC);
        var word = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK && c != SOFT_HYPHEN) {
                word.append(spelling.fold(c));
            }
        }
        return word.toString();
    }

    private boolean letterAt(int at) {
        return at < length && Character.isLetter(text.charAt(at));
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == SOFT_HYPHEN;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The spaces that stand between the groups of a number, whatever the language. */
    private static boolean isSpace(char c) {
        return c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc';
    }

    private static boolean invisible(char c) {
        return Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static String sign(char c) {
        return switch (c) {
            case '\u2013', '\u2014', '\u2015', '\u2212' -> "\u2013";
            case '\u2010', '\u2011' -> "-";
            case '\u00ab', '\u00bb', '\u201c', '\u201d', '\u201e', '\u2018', '\u2019', '\u2039', '\u203a' -> "\"";
            default -> String.valueOf(c);
        };
    }
}
