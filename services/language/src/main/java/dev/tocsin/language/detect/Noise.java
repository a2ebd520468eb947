package dev.tocsin.language.detect;

/**
 * A quick look at what news rarely hold, which spares most texts the patterns that take it out. Each says yes wherever
 * the pattern could find something.
 */
final class Noise {
    private static final char FIRST_EMOJI = '\uD83C';

    private Noise() {}

    /** Emoji, and with them hyphens and all else in the range that OpenNLP's pattern has for them. */
    static boolean mayHoldEmoji(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '-' || text.charAt(i) >= FIRST_EMOJI) {
                return true;
            }
        }
        return false;
    }

    /** Addresses of pages and of people. */
    static boolean mayHoldLinks(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '@' || text.charAt(i) == '/') {
                return true;
            }
        }
        return false;
    }

    /** Tags and mentions, {@code rt:}, faces such as {@code :-)} and {@code xD}, and laughter: {@code haha}, {@code jeje}. */
    static boolean mayBeChat(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean found =
                    switch (text.charAt(i)) {
                        case '#', '@' -> true;
                        case ':', ';', 'x', 'X' -> "-()dopDOP".indexOf(next) >= 0;
                        case 'r', 'R' ->
                            (next == 't' || next == 'T') && !isInWord(text, i - 1) && !isInWord(text, i + 2);
                        case 'a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U' -> "hjHJ".indexOf(next) >= 0;
                        default -> false;
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInWord(CharSequence text, int i) {
        if (i < 0 || i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}
