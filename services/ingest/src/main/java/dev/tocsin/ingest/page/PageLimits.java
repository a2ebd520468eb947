package dev.tocsin.ingest.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How much of a page is read: what is hostile is cut before a tree is built of it, as trees are what costs memory, and
 * deep ones time (the HTML algorithm looks up the stack of open elements, so its time grows with depth by depth).
 */
final class PageLimits {
    /** UTF-16 units; ten times a heavy news page. */
    static final int MAX_LENGTH = 4 * 1024 * 1024;
    /** Tags; a heavy news page has 8,000. */
    static final int MAX_TAGS = 60_000;
    /** Elements open at once; a heavy news page has 60. */
    static final int MAX_DEPTH = 600;
    /** The most UTF-16 units of the text that is handed on. */
    static final int MAX_TEXT = 500_000;

    private static final int MAX_NAME = 20;
    /** Never left open (void), or closed by the next of their kind, so that thousands open make no depth. */
    private static final Set<String> SHALLOW = Set.of(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
            "p",
            "li",
            "dt",
            "dd",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
            "tfoot",
            "option",
            "optgroup",
            "path",
            "html",
            "head",
            "body");

    private static final Set<String> RAW =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private final String html;
    private final Map<String, Integer> open = new HashMap<>();
    private final Set<String> endless = new HashSet<>();
    private int depth;

    private PageLimits(String html) {
        this.html = html;
    }

    /** The beginning of the page that is within the limits. */
    static String cut(String html) {
        int end = new PageLimits(html).end();
        return end < html.length() ? html.substring(0, end) : html;
    }

    private int end() {
        int limit = Math.min(html.length(), MAX_LENGTH);
        int tags = 0;
        int at = html.indexOf('<');
        while (at >= 0 && at < limit) {
            if (++tags > MAX_TAGS) {
                return at;
            }
            int next = at + 1;
            if (html.startsWith("!--", next)) {
                next = after(html.indexOf("-->", next));
            } else if (html.startsWith("/", next)) {
                close(name(next + 1));
            } else {
                var name = name(next);
                if (RAW.contains(name)) {
                    next = endOfRaw(name, next);
                } else if (!open(name)) {
                    return at;
                }
            }
            at = html.indexOf('<', next);
        }
        return limit;
    }

    private boolean open(String name) {
        if (!name.isEmpty() && !SHALLOW.contains(name)) {
            open.merge(name, 1, Integer::sum);
            depth++;
        }
        return depth <= MAX_DEPTH;
    }

    private void close(String name) {
        if (open.getOrDefault(name, 0) > 0) {
            open.merge(name, -1, Integer::sum);
            depth--;
        }
    }

    private String name(int from) {
        int end = from;
        while (end < html.length() && end - from < MAX_NAME && isNameChar(html.charAt(end))) {
            end++;
        }
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == ':';
    }

    /** Where the text of a script or the like ends; without an end tag it has none, and what follows counts as tags. */
    private int endOfRaw(String name, int from) {
        for (int i = endless.contains(name) ? -1 : html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i + 2, name, 0, name.length())) {
                return i + 2;
            }
        }
        endless.add(name); // looked for once only, lest time grow with the square of such tags
        return from;
    }

    private int after(int found) {
        return found < 0 ? html.length() : found + 3;
    }
}
