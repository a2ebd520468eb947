package dev.tocsin.ingest.dates;

/** Digits of all scripts, and the wide signs of East Asia, as ASCII has them. */
final class Digits {
    private Digits() {}

    static String plain(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = plain(c);
            if (plain != c && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null && plain != 0) {
                out.append(plain);
            }
        }
        return out == null ? text : out.toString();
    }

    /** U+0000 for marks of writing direction, which say nothing. */
    private static char plain(char c) {
        if (c < '\u0080') {
            return c;
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        return switch (c) {
            case '：' -> ':';
            case '－', '‐', '‑', '−', '–', '—' -> '-';
            case '／' -> '/';
            case '．' -> '.';
            case '，', '、', '،' -> ',';
            case '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u061C', '\uFEFF' -> 0;
            default -> Character.isSpaceChar(c) ? ' ' : c;
        };
    }
}
