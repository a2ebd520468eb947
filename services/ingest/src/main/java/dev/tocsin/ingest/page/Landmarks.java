package dev.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** The elements that metadata are read from, gathered in one walk over the page. */
final class Landmarks implements NodeVisitor {
    private static final Set<String> TAGS = Set.of("meta", "link", "script", "h1", "time", "noscript");

    private final Map<String, List<Element>> byTag = new HashMap<>();
    private final Map<String, List<Element>> byProperty = new HashMap<>();
    private final Document page;

    private Landmarks(Document page) {
        this.page = page;
    }

    static Landmarks of(Document page) {
        var landmarks = new Landmarks(page);
        page.traverse(landmarks);
        return landmarks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element e) {
            if (TAGS.contains(e.normalName())) {
                byTag.computeIfAbsent(e.normalName(), k -> new ArrayList<>()).add(e);
            }
            if (e.hasAttr("itemprop")) {
                byProperty
                        .computeIfAbsent(e.attr("itemprop"), k -> new ArrayList<>())
                        .add(e);
            }
        }
    }

    Document page() {
        return page;
    }

    Stream<Element> tag(String name) {
        return byTag.getOrDefault(name, List.of()).stream();
    }

    /** Elements with this microdata property, by its name as schema.org spells it. */
    Stream<Element> property(String name) {
        return byProperty.getOrDefault(name, List.of()).stream();
    }
}
