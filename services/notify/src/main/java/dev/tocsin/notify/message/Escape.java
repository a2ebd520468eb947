package dev.tocsin.notify.message;

/** Makes text from feeds harmless: bounded, without control characters, and escaped for where it goes. */
final class Escape {
    /** First strong isolate and its end (UAX 9): a headline from right to left stays in its place. */
    private static final String ISOLATE = "\u2068";

    private static final String END = "\u2069";

    private Escape() {}

    /**
     * One line of plain text: line breaks and control characters become blanks, characters that turn the direction of
     * what follows are left out, and what is too long is cut between characters.
     */
    static String line(String text, int most) {
        var line = new StringBuilder();
        text.codePoints()
                .filter(c -> !turns(c) && Character.getType(c) != Character.SURROGATE)
                .map(c ->
                        Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || Character.isWhitespace(c) ? ' ' : c)
                .limit(most * 4L)
                .forEach(c -> {
                    if (c != ' ' || !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                        line.appendCodePoint(c);
                    }
                });
        if (line.codePointCount(0, line.length()) > most) {
            line.setLength(line.offsetByCodePoints(0, most - 1));
            line.append('…');
        }
        return line.toString().strip();
    }

    /** A line that stands within another of perhaps another direction. */
    static String isolated(String text, int most) {
        return ISOLATE + line(text, most) + END;
    }

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Slack's mrkdwn: its three control characters, and a mention or a style that a headline would begin. */
    static String mrkdwn(String text) {
        return unstyled(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), "*_~`");
    }

    /** Markdown as Mattermost and Teams read it, mentions included. */
    static String markdown(String text) {
        var escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if ("\\`*_{}[]()<>#+-.!|~:".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
            if (c == '@') {
                // a name after it is no mention any more
                escaped.append('\u200B');
            }
        }
        return escaped.toString();
    }

    /** mrkdwn has no escape for its styles: a character of no width keeps them from pairing up. */
    private static String unstyled(String text, String marks) {
        var plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (marks.indexOf(c) >= 0) {
                plain.append('\u200B');
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
