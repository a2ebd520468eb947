package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import dev.tocsin.ingest.xml.Element;
import dev.tocsin.ingest.xml.Forgiven;
import dev.tocsin.ingest.xml.RefusedXmlException;
import dev.tocsin.ingest.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a feed in XML. Wherever it finds an item it has an item, and whatever else it finds within a feed is
 * about the feed: that holds for RSS in all versions, for RDF, whose items stand beside their channel, and for Atom.
 */
final class XmlFeed {
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Set<String> CONTAINERS = Set.of("rss", "rdf:rdf", "rdf", "feed", "channel", "urlset");
    private static final Set<String> LINES = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "published",
            "updated",
            "issued",
            "modified",
            "dc:date",
            "dc:creator",
            "category",
            "comments",
            "language",
            "loc");
    private static final Set<String> STRUCTURE = Set.of(
            "title",
            "link",
            "guid",
            "pubdate",
            "published",
            "updated",
            "issued",
            "modified",
            "dc:date",
            "dc:creator",
            "category",
            "comments",
            "language",
            "description",
            "summary",
            "content",
            "content:encoded",
            "author",
            "enclosure");

    private final Addresses addresses;
    private final Forgiven forgiven;
    private final FeedFields fields;
    private final List<RawItem> items = new ArrayList<>();
    private @Nullable String root;
    private boolean feed;
    private boolean atom;
    private boolean sitemap;
    private boolean news;

    XmlFeed(@Nullable String url, Forgiven forgiven) {
        this.addresses = new Addresses(url);
        this.forgiven = forgiven;
        this.fields = new FeedFields(addresses);
    }

    /** @throws RefusedXmlException where reading on would be harmful */
    ParsedFeed read(String text) {
        var reader = new XmlReader(text, ITEMS, LINES, STRUCTURE, forgiven);
        for (var e = reader.next(); e != null && !isPage(e); e = reader.next()) {
            root = root == null ? e.name() : root;
            element(e, reader);
        }
        return result();
    }

    /** What was read before the document was refused; a document that names entities from outside is refused as a whole. */
    ParsedFeed refused(RefusedXmlException e) {
        if (e.kind() == RefusedXmlException.Cause.ENTITY) {
            return new Unreadable(Failure.DTD, String.valueOf(e.getMessage()));
        }
        if (items.isEmpty()) {
            return new Unreadable(Failure.BROKEN_XML, String.valueOf(e.getMessage()));
        }
        forgiven.add("too-large-to-read-on");
        return result();
    }

    private boolean isPage(Element e) {
        if (!feed && (e.name().equals("html") || e.name().equals("xhtml:html"))) {
            root = "html";
            return true;
        }
        return false;
    }

    private void element(Element e, XmlReader reader) {
        if (ITEMS.contains(e.name()) || sitemap && e.name().equals("url")) {
            item(e, reader);
        } else if (CONTAINERS.contains(e.name())) {
            feed = true;
            atom |= e.name().equals("feed");
            sitemap |= e.name().equals("urlset");
            fields.container(e);
            reader.enter(e);
        } else if (feed && !e.name().equals("items")) {
            reader.fill(e);
            fields.field(e, atom);
        } else {
            // what a server wrote before the feed, a wrapping around it, or the list of items as RSS 1.1 has it
            reader.enter(e);
        }
    }

    private void item(Element e, XmlReader reader) {
        feed |= root != null && root.equals(e.name());
        reader.fill(e);
        fields.passed();
        if (items.size() >= ParseLimits.ITEMS) {
            forgiven.add("too-many-items");
            return;
        }
        news |= sitemap
                && e.children().stream()
                        .anyMatch(c -> c instanceof Element n && n.name().startsWith("news:"));
        items.add(ItemFields.read(e, atom, addresses, forgiven));
    }

    private ParsedFeed result() {
        if (!feed || sitemap && !news) {
            return new Unreadable(Failure.NOT_A_FEED, whatItIs());
        }
        return new Readable(fields.title(), fields.link(), fields.language(), items, fields.hints(), forgiven.codes());
    }

    private String whatItIs() {
        return switch (String.valueOf(root)) {
            case "html" -> "an HTML page, not a feed: look on that page for its RSS link";
            case "opml" -> "a list of feeds (OPML), not a feed: import it as such";
            case "sitemapindex" -> "an index of sitemaps, not a feed: add the news sitemap that it names";
            case "urlset" -> "a sitemap without news, neither RSS nor Atom";
            case "null" -> "neither RSS nor Atom, and no XML at all";
            default -> "XML, but neither RSS nor Atom that can be read";
        };
    }
}
