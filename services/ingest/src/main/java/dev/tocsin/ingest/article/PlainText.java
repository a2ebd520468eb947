package dev.tocsin.ingest.article;

import dev.tocsin.ingest.parse.Markup;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** HTML becomes the text that a reader sees: one line a paragraph, no tags, no scripts, entities decoded. */
public final class PlainText {
    /** Tags are many and text is wanted: this many times the limit of the text is looked at. */
    private static final int MARKUP_FACTOR = 5;

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "head",
            "title",
            "select",
            "textarea",
            "button",
            "audio",
            "video",
            "canvas");

    private PlainText() {}

    /**
     * @param maxUnits the most UTF-16 units of the text
     * @return empty where there is nothing to see
     */
    public static String of(Markup markup, int maxUnits) {
        var source = Text.capped(markup.value(), (int) Math.min(Integer.MAX_VALUE, (long) maxUnits * MARKUP_FACTOR));
        if (!markup.html()) {
            return Text.capped(Text.clean(source), maxUnits);
        }
        // Text without a tag keeps its own line breaks, which HTML would take for blanks.
        var seen = TAG.matcher(source).find() ? seen(source) : Parser.unescapeEntities(source, false);
        return Text.capped(Text.clean(seen), maxUnits);
    }

    private static String seen(String html) {
        var out = new StringBuilder(html.length());
        Jsoup.parseBodyFragment(html).body().filter(new Reader(out));
        return out.toString();
    }

    /** Walks the tree without recursion, so that depth is no weapon. */
    private record Reader(StringBuilder out) implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                out.append(preformatted(text) ? text.getWholeText() : inline(text.getWholeText()));
            } else if (node instanceof Element e) {
                if (UNSEEN.contains(e.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                breakLine(e);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element e && !e.normalName().equals("br")) {
                breakLine(e);
            }
            return FilterResult.CONTINUE;
        }

        private void breakLine(Element e) {
            if (CELLS.contains(e.normalName())) {
                out.append(' ');
            } else if (e.isBlock() || e.normalName().equals("br")) {
                out.append('\n');
            }
        }

        private static boolean preformatted(TextNode text) {
            return text.parent() instanceof Element e && e.normalName().equals("pre");
        }

        private static String inline(String text) {
            return text.replace('\n', ' ').replace('\r', ' ');
        }
    }
}
