package dev.tocsin.ingest.xml;

/** What XML says of single characters, and what is done where a text does not keep to it. */
final class Characters {
    /** What the C1 controls mean in texts that were typed on Windows: U+0080 to U+009F are never meant as such. */
    private static final String WINDOWS_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private Characters() {}

    /**
     * The text with line ends as XML 1.0 (2.11) wants them, blanks for the characters that it forbids, and C1 controls
     * read as Windows-1252; the very same string where nothing had to change.
     */
    static String cleaned(String text, Forgiven forgiven) {
        int first = firstOdd(text);
        if (first == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else if (isOdd(c)) {
                forgiven.add("control-characters");
                out.append(c >= '\u0080' && c <= '\u009F' ? WINDOWS_1252.charAt(c - '\u0080') : ' ');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int firstOdd(String text) {
        int i = 0;
        while (i < text.length() && !isOdd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isOdd(char c) {
        return c < ' ' ? c != '\t' && c != '\n' : c >= '\u007F' && (c <= '\u009F' || c >= '\uFFFE');
    }

    /** The character that a numeric reference means; U+FFFD for none. */
    static int referenced(int code) {
        if (code >= 0x80 && code <= 0x9F) {
            return WINDOWS_1252.charAt(code - 0x80);
        }
        boolean allowed = code == '\t'
                || code == '\n'
                || code == '\r'
                || code >= ' ' && code < 0xD800
                || code >= 0xE000 && code < 0xFFFE
                || code >= 0x10000 && code <= Character.MAX_CODE_POINT;
        return allowed ? code : 0xFFFD;
    }

    /** The byte that Windows-1252 has for a character; negative for none. */
    static int asByte(char c) {
        if (c <= '\u00FF') {
            return c;
        }
        int at = WINDOWS_1252.indexOf(c);
        return at < 0 ? -1 : 0x80 + at;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    static boolean startsName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= '\u00C0';
    }

    static boolean inName(char c) {
        return startsName(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '\u00B7';
    }
}
