package dev.tocsin.archive.view;

import org.jspecify.annotations.Nullable;

/** The first words of an article, for lists. */
public final class Excerpt {
    /** UTF-16 units, the ellipsis included. */
    public static final int MOST_CHARACTERS = 280;

    // a word longer than this is cut inside: scripts without spaces have no shorter ones
    private static final int LONGEST_WORD = 40;
    // several times an excerpt, so that runs of white space in front do not empty it, and a book costs no more than a
    // note
    private static final int LOOKED_AT = 4 * MOST_CHARACTERS;

    private Excerpt() {}

    /** At most 280 characters of the text, or of the summary where there is no text, cut between words. */
    public static String of(String text, @Nullable String summary) {
        var from = text.isBlank() && summary != null ? summary : text;
        var start = from.stripLeading();
        var words = words(start);
        return words.length() <= MOST_CHARACTERS && start.length() <= LOOKED_AT ? words : cut(words);
    }

    /** With one space between them; no more than are needed to see that there are too many. */
    private static String words(String text) {
        var words = new StringBuilder(MOST_CHARACTERS + LONGEST_WORD);
        int end = Math.min(text.length(), LOOKED_AT);
        for (int i = 0; i < end && words.length() <= MOST_CHARACTERS; i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().stripTrailing();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static String cut(String words) {
        int end = Math.min(words.length(), MOST_CHARACTERS - 1);
        int space = words.lastIndexOf(' ', end);
        if (space > 0 && space >= end - LONGEST_WORD) {
            end = space;
        } else if (end > 0 && Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(0, end) + "…";
    }
}
