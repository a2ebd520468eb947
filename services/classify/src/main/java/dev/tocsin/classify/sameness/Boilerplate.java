package dev.tocsin.classify.sameness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Takes from a text what a publisher puts around it: the place and agency before its first sentence, and the lines or
 * last sentences that speak of rights, links, subscriptions and photographs, by the phrases of {@code boilerplate.txt}.
 */
final class Boilerplate {
    /** UTF-16 units within which a dateline ends. */
    private static final int DATELINE = 80;
    /** Longer sentences tell something, whatever phrase is in them. */
    private static final int LONGEST = 200;

    private static final List<String> PHRASES = read();

    private Boilerplate() {}

    static String strip(String text) {
        var kept = new StringBuilder(text.length());
        int from = dateline(text);
        while (from < text.length()) {
            int end = endOfSentence(text, from);
            if (end - from > LONGEST || !isBoilerplate(text.substring(from, end))) {
                kept.append(text, from, end);
            } else {
                kept.append('\n');
            }
            from = end;
        }
        return kept.toString();
    }

    /** Where the text begins behind something like {@code ALMATY, Jan 6 (Agency) -}; 0 where there is no such thing. */
    private static int dateline(String text) {
        int most = Math.min(text.length(), DATELINE);
        for (int i = 1; i + 1 < most; i++) {
            char c = text.charAt(i);
            boolean dash = (c == '-' || c == '–' || c == '—')
                    && Character.isWhitespace(text.charAt(i - 1))
                    && Character.isWhitespace(text.charAt(i + 1));
            if (dash) {
                return isPlaceOrAgency(text.substring(0, i)) ? i + 1 : 0;
            }
            if (c == '\n' || c == '!' || c == '?') {
                return 0;
            }
        }
        return 0;
    }

    /** An agency in brackets, a date, or a place in capitals: not the beginning of a sentence. */
    private static boolean isPlaceOrAgency(String before) {
        boolean bracket = before.indexOf('(') >= 0 || before.strip().endsWith(")") || before.indexOf('/') >= 0;
        boolean place = before.length() > 2
                && Character.isUpperCase(before.charAt(0))
                && (Character.isUpperCase(before.charAt(1))
                        || before.indexOf(',') > 0
                        || before.strip().indexOf(' ') < 0);
        return bracket || place;
    }

    private static int endOfSentence(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stop = c == '.' || c == '!' || c == '?' || c == '…';
            if (c == '\n'
                    || c == '。'
                    || stop && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)))) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static boolean isBoilerplate(String sentence) {
        var lower = sentence.toLowerCase(Locale.ROOT);
        for (var phrase : PHRASES) {
            if (lower.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> read() {
        var resource = Objects.requireNonNull(Boilerplate.class.getResourceAsStream("boilerplate.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
