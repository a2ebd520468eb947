package dev.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Cuts a page into blocks in one walk without recursion, so that neither size nor depth is a weapon. */
final class Segmenter implements NodeFilter {
    /** How far up an element may stand that makes a block what it is. */
    private static final int NEAR = 8;

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
            "input",
            "audio",
            "video",
            "canvas",
            "map",
            "datalist",
            "link",
            "meta",
            "img",
            "picture",
            "amp-img");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
            "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final List<Block> blocks = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final BlockText run = new BlockText();
    private final List<Region> open = new ArrayList<>();
    private final Boilerplate boilerplate = new Boilerplate();
    private int links;
    private int pre;

    private Segmenter() {}

    static Segments of(Element body) {
        var walk = new Segmenter();
        body.filter(walk);
        return new Segments(walk.blocks, walk.regions);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            run.append(text.getWholeText(), links > 0, pre > 0);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element e)) {
            return FilterResult.CONTINUE;
        }
        var tag = e.normalName();
        if (UNSEEN.contains(tag)) {
            run.append(" ", false, false);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (tag.equals("br")) {
            if (run.lineBreak()) {
                flush();
            }
            return FilterResult.CONTINUE;
        }
        var suspicion = boilerplate.suspicion(e);
        if (!INLINE.contains(tag) || suspicion != Suspicion.NONE) {
            flush();
            var region = new Region(
                    e, open.isEmpty() ? null : open.getLast(), suspicion, boilerplate.isBody(e), blocks.size());
            regions.add(region);
            open.add(region);
        }
        if (tag.equals("a") && e.hasAttr("href")) {
            links++;
        } else if (tag.equals("pre")) {
            pre++;
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element e) {
            if (!open.isEmpty() && open.getLast().element() == e) {
                flush();
                open.removeLast().close(blocks.size());
            }
            if (e.normalName().equals("a") && e.hasAttr("href")) {
                links--;
            } else if (e.normalName().equals("pre")) {
                pre--;
            }
        }
        return FilterResult.CONTINUE;
    }

    private void flush() {
        if (!open.isEmpty()) {
            var region = open.getLast();
            run.take(blocks.size(), kind(region), region).ifPresent(blocks::add);
        }
    }

    private static Block.Kind kind(Region region) {
        var kind = Block.Kind.LOOSE;
        int steps = 0;
        for (Region r = region; r != null && steps++ < NEAR; r = r.parent()) {
            var tag = r.tag();
            if (HEADINGS.contains(tag)) {
                return Block.Kind.HEADING;
            }
            switch (tag) {
                case "p":
                    kind = Block.Kind.PARAGRAPH;
                    break;
                case "li", "dt", "dd":
                    return Block.Kind.ITEM;
                case "td", "th":
                    return kind == Block.Kind.PARAGRAPH ? kind : Block.Kind.CELL;
                case "blockquote":
                    return Block.Kind.QUOTE;
                case "pre":
                    return Block.Kind.PREFORMATTED;
                case "div", "section", "article", "main", "body":
                    return kind;
                default:
                    break;
            }
        }
        return kind;
    }
}
