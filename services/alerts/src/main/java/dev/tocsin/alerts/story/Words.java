package dev.tocsin.alerts.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Splits texts of any script into words and figures, without stems or dictionaries. */
final class Words {
    /** Shorter words carry grammar, not news, in the alphabets of most feeds. */
    private static final int SHORTEST = 3;

    private static final Set<String> FUNCTION_WORDS = functionWords();

    private Words() {}

    /**
     * A word or figure.
     *
     * @param text as written; the digits alone of a grouped figure
     * @param start first UTF-16 unit in the text it was found in
     * @param opens true for the first word of a sentence, whose capital means nothing
     */
    record Token(String text, int start, boolean opens) {
        boolean isNumber() {
            return Character.isDigit(text.codePointAt(0));
        }

        boolean isCapitalised() {
            int first = text.codePointAt(0);
            return Character.isUpperCase(first) || Character.isTitleCase(first);
        }

        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** The words of a text in order; those of a script without spaces as pairs of characters. */
    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        boolean opens = true;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int end;
            if (Character.isIdeographic(c)) {
                end = i + Character.charCount(c);
                if (end < text.length() && Character.isIdeographic(text.codePointAt(end))) {
                    int pair = end + Character.charCount(text.codePointAt(end));
                    tokens.add(new Token(text.substring(i, pair), i, opens));
                }
            } else if (Character.isDigit(text.charAt(i))) {
                end = endOfNumber(text, i);
                tokens.add(new Token(digits(text, i, end), i, opens));
                opens = false;
            } else if (Character.isLetter(c)) {
                end = endOfWord(text, i);
                tokens.add(new Token(text.substring(i, end), i, opens));
                opens = false;
            } else {
                end = i + Character.charCount(c);
                opens |= endsSentence(c);
            }
            i = end;
        }
        return tokens;
    }

    /** Whether a lower-case word says something of the event rather than of grammar. */
    static boolean tells(String lower) {
        return (lower.length() >= SHORTEST || Character.isIdeographic(lower.codePointAt(0)))
                && !FUNCTION_WORDS.contains(lower);
    }

    private static boolean endsSentence(int c) {
        return c == '.' || c == '!' || c == '?' || c == '\n' || c == '…' || c == ':' || c == '。';
    }

    private static int endOfWord(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            boolean joins = Character.isLetter(c) && !Character.isIdeographic(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK;
            if (!joins) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** Groups of three belong to the figure: 2,500 and 2.500 and 2 500 are all one number. */
    private static int endOfNumber(String text, int from) {
        int end = endOfDigits(text, from);
        if (end - from > 3) {
            return end;
        }
        while (end + 3 < text.length() && isGroupMark(text.charAt(end)) && endOfDigits(text, end + 1) == end + 4) {
            end += 4;
        }
        return end;
    }

    private static int endOfDigits(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isGroupMark(char c) {
        return c == ',' || c == '.' || c == ' ' || c == '\u00a0' || c == '\u202f' || c == '’' || c == '\'';
    }

    private static String digits(String text, int from, int end) {
        var digits = new StringBuilder();
        text.substring(from, end)
                .codePoints()
                .filter(Character::isDigit)
                .forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    private static Set<String> functionWords() {
        var resource = Objects.requireNonNull(Words.class.getResourceAsStream("function-words.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            var words = new HashSet<String>();
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(List.of(
                            line.substring(line.indexOf(':') + 1).strip().split(" +"))));
            return Set.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
