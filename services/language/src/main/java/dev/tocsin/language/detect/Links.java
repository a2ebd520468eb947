package dev.tocsin.language.detect;

/** Finds links, addresses of people and left-over markup, which are in no language. */
final class Links {
    private static final int LONGEST_MARKUP = 20;

    private Links() {}

    /** Whether here is the middle of a link or of a person's address, or the beginning of a site's. */
    static boolean isAddress(String text, int at, boolean afterSpace) {
        return switch (text.charAt(at)) {
            case ':' -> text.startsWith("://", at);
            case '@' -> true;
            case 'w' -> afterSpace && text.startsWith("www.", at);
            default -> false;
        };
    }

    /** Index of the last character of an address. */
    static int endOfAddress(String text, int start) {
        int end = start + 1;
        while (end < text.length() && (isOfAddress(text.charAt(end)) || "/?=&%#:~+".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end - 1;
    }

    /** Index of the last character of a tag that came through; 0 if it is none. */
    static int endOfMarkup(String text, int start) {
        if (start + 1 >= text.length()
                || !Character.isLetter(text.charAt(start + 1)) && text.charAt(start + 1) != '/') {
            return 0;
        }
        int end = text.indexOf('>', start, Math.min(text.length(), start + LONGEST_MARKUP));
        return Math.max(end, 0);
    }

    static boolean isOfAddress(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_';
    }
}
