package dev.tocsin.classify.match;

/**
 * The least that a term looks for: one word, or words that begin or look alike.
 *
 * @param exact whether it is looked for among the words as they stand or the stemmed ones
 * @param text as the analyzer makes it; of a pattern with {@code *} and {@code ?}, of a prefix without its {@code *}
 */
record Atom(boolean exact, String text, Kind kind) {
    enum Kind {
        WORD,
        PREFIX,
        PATTERN
    }

    /** What a word must begin with to be this. */
    String literal() {
        int end = 0;
        while (end < text.length() && (kind != Kind.PATTERN || !isWildcard(text.charAt(end)))) {
            end++;
        }
        return text.substring(0, end);
    }

    static boolean isWildcard(char c) {
        return c == '*' || c == '?';
    }

    /** Whether a word is what a pattern describes; takes at most their lengths' product, for there is one way back. */
    boolean describes(char[] word, int length) {
        int w = 0;
        int p = 0;
        int star = -1;
        int retry = 0;
        while (w < length) {
            if (p < text.length() && text.charAt(p) == '*') {
                star = p++;
                retry = w;
            } else if (p < text.length() && (text.charAt(p) == '?' || text.charAt(p) == word[w])) {
                p++;
                w++;
            } else if (star >= 0) {
                p = star + 1;
                w = ++retry;
            } else {
                return false;
            }
        }
        while (p < text.length() && text.charAt(p) == '*') {
            p++;
        }
        return p == text.length();
    }
}
