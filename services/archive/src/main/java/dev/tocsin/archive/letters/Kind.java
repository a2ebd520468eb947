package dev.tocsin.archive.letters;

import java.util.regex.Pattern;

/** What reasons have in common, so that a thousand letters with one cause are one line: without figures and quotations. */
final class Kind {
    private static final int LONGEST = 160;
    // possessive, and over a bounded text: a reason quotes hostile messages
    private static final Pattern QUOTED = Pattern.compile("'[^']*+'|\"[^\"]*+\"|“[^”]*+”");
    private static final Pattern FIGURE = Pattern.compile("\\d++");
    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\p{C}]++");
    private static final int MOST_READ = 2_000;

    private Kind() {}

    static String of(String reason) {
        var text = reason.substring(0, Math.min(reason.length(), MOST_READ));
        text = QUOTED.matcher(text).replaceAll("'…'");
        text = FIGURE.matcher(text).replaceAll("#");
        text = BLANK.matcher(text).replaceAll(" ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
