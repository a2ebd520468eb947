package dev.tocsin.dashboard.charts;

import dev.tocsin.dashboard.markup.XmlText;
import java.util.Locale;

/**
 * Writes one SVG. It is the only place that makes markup out of values: each text and attribute is escaped here, characters
 * that XML 1.0 has no place for are left out, and a link leads nowhere but to our own pages.
 */
public final class Svg {
    private static final int MOST_TITLE = 400;

    private final StringBuilder out = new StringBuilder(8192);

    /** A drawing of a size in its own units; it scales with the page. */
    Svg(String kind, double width, double height) {
        // the table or list beside it says the same to those who do not see it
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" focusable=\"false\"");
        attributes("class", "chart " + kind, "viewBox", "0 0 " + number(width) + " " + number(height));
        attributes("width", width, "height", height);
        out.append('>');
    }

    /** A group of shapes. */
    Svg group(String kind, Runnable content) {
        out.append("<g");
        attributes("class", kind);
        out.append('>');
        content.run();
        out.append("</g>");
        return this;
    }

    /**
     * Shapes that lead to a page and say what they are.
     *
     * @param href a path of ours, or a fragment; anything else makes a group without a link
     */
    Svg link(String href, String title, Runnable content) {
        boolean ours = href.startsWith("#") || href.startsWith("/") && !href.startsWith("//");
        out.append(ours ? "<a tabindex=\"-1\"" : "<g");
        if (ours) {
            attributes("href", href);
        }
        out.append("><title>").append(escaped(cut(title))).append("</title>");
        content.run();
        out.append(ours ? "</a>" : "</g>");
        return this;
    }

    /** A shape without content; attributes come as names and values in turn. */
    Svg shape(String name, Object... attributes) {
        out.append('<').append(name);
        attributes(attributes);
        out.append("/>");
        return this;
    }

    Svg line(String kind, double x1, double y1, double x2, double y2) {
        return shape("line", "class", kind, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    Svg text(String kind, double x, double y, String anchor, String text) {
        out.append("<text");
        attributes("class", kind, "x", x, "y", y, "text-anchor", anchor);
        out.append('>').append(escaped(text)).append("</text>");
        return this;
    }

    /** The whole drawing. */
    String close() {
        return out.append("</svg>").toString();
    }

    private void attributes(Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            var value =
                    pairs[i + 1] instanceof Number number ? number(number.doubleValue()) : String.valueOf(pairs[i + 1]);
            out.append(' ')
                    .append(pairs[i])
                    .append("=\"")
                    .append(escaped(value))
                    .append('"');
        }
    }

    /** With one decimal at most. */
    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String cut(String title) {
        return title.length() <= MOST_TITLE ? title : title.substring(0, MOST_TITLE) + "…";
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (XmlText.isXml(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
