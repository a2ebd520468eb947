package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.dates.FeedDate;
import dev.tocsin.ingest.xml.Element;
import dev.tocsin.ingest.xml.Forgiven;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one item says, gathered element by element in whichever of the formats, or in several at once. */
final class ItemFields {
    private final boolean atom;
    private final Addresses addresses;
    private final Forgiven forgiven;
    private final Links links;
    private final MediaFields media;

    private final Outermost<String> id = new Outermost<>();
    private final Outermost<Markup> title = new Outermost<>();
    private final Outermost<Markup> summary = new Outermost<>();
    private final Outermost<Markup> lesserTitle = new Outermost<>();
    private Markup lesserSummary = Markup.NONE;
    private Markup content = Markup.NONE;
    private @Nullable Instant published;
    private @Nullable Instant dated;
    private @Nullable Instant created;
    private @Nullable Instant updated;
    private final Set<String> authors = new LinkedHashSet<>();
    private String lesserAuthor = "";
    private RawItem.@Nullable RawSource source;
    private @Nullable String language;

    private ItemFields(boolean atom, Addresses addresses, Forgiven forgiven) {
        this.atom = atom;
        this.addresses = addresses;
        this.forgiven = forgiven;
        this.links = new Links(addresses);
        this.media = new MediaFields(addresses);
    }

    /** @param atom whether texts without a type are plain, as Atom has it */
    static RawItem read(Element item, boolean atom, Addresses addresses, Forgiven forgiven) {
        var fields = new ItemFields(atom, addresses, forgiven);
        fields.attributes(item);
        fields.children(item, 0);
        return fields.item(item);
    }

    /** RDF names the item in an attribute, CDF its page and its date. */
    private void attributes(Element item) {
        var about = item.attribute("rdf:about");
        if (about != null && !about.isBlank()) {
            id.last(Integer.MAX_VALUE, about.strip());
        }
        var href = item.attribute("href");
        if (href != null) {
            links.page(item, href);
        }
        var modified = item.attribute("lastmod");
        if (modified != null) {
            updated = date(modified, updated);
        }
    }

    private void children(Element parent, int depth) {
        for (var child : parent.children()) {
            if (child instanceof Element e) {
                field(e, depth);
            }
        }
    }

    private void field(Element e, int depth) {
        switch (e.name()) {
            case "title", "dc:title", "news:title" -> title.first(depth, markup(e), Markup::isBlank);
            case "media:title" -> lesserTitle(e, depth);
            case "link" -> link(e);
            case "loc" -> links.page(e, e.text());
            case "guid", "id" -> identity(e, depth);
            case "description", "summary" -> summary.first(depth, markup(e), Markup::isBlank);
            case "dc:description", "abstract", "itunes:summary", "media:description", "excerpt:encoded" ->
                lesserSummary = lesserSummary.isBlank() ? markup(e) : lesserSummary;
            case "content", "content:encoded", "fullitem", "body", "xhtml:body", "xhtml:div" -> content(e);
            case "pubdate", "published", "issued", "dcterms:issued", "news:publication_date" ->
                published = date(e.text(), published);
            case "dc:date", "date" -> dated = date(e.text(), dated);
            case "created", "dcterms:created" -> created = date(e.text(), created);
            case "updated", "modified", "lastbuilddate", "dcterms:modified", "lastmod" ->
                updated = date(e.text(), updated);
            case "author", "dc:creator", "dc:author" -> author(AuthorName.of(e));
            case "itunes:author" -> lesserAuthor = AuthorName.of(e);
            case "dc:language", "language", "news:language" -> language = e.text();
            case "source" -> source = source(e);
            case "enclosure", "media:content", "media:thumbnail", "media:group", "itunes:image", "image:image" ->
                media(e, depth);
            case "image", "textinput", "contributor", "category", "comments" -> {
                // whose titles and links are their own
            }
            default -> children(e, depth + 1);
        }
    }

    private void link(Element e) {
        if (Links.relation(e).equals("enclosure")) {
            media.add(e);
        } else {
            links.add(e);
        }
    }

    private void identity(Element e, int depth) {
        var text = e.text();
        var permalink = e.attribute("ispermalink");
        if (permalink == null || permalink.strip().equalsIgnoreCase("true")) {
            var base = addresses.base(e);
            text = base == null || text.isEmpty() ? text : addresses.resolve(e, text);
            links.identity(e, text, permalink != null);
        }
        id.last(depth, text.isEmpty() ? null : text);
    }

    private void content(Element e) {
        var text = markup(e);
        content = text.value().length() > content.value().length() ? text : content;
    }

    private void author(String name) {
        if (!name.isEmpty() && authors.size() < ParseLimits.AUTHORS) {
            authors.add(name);
        }
    }

    private void lesserTitle(Element e, int depth) {
        var text = markup(e);
        lesserTitle.last(depth, text.isBlank() ? null : text);
    }

    private void media(Element e, int depth) {
        media.add(e);
        if (e.name().startsWith("media:") && !e.children().isEmpty()) {
            // a group or a film may bring the item's only words
            children(e, depth + 1);
        }
    }

    private RawItem.@Nullable RawSource source(Element e) {
        var href = Links.href(e);
        var of = new Links(addresses);
        var sourceId = "";
        for (var child : e.children()) {
            if (child instanceof Element c && c.name().equals("link")) {
                of.add(c);
            } else if (child instanceof Element c && c.name().equals("id")) {
                sourceId = c.text();
            }
        }
        var url = href == null ? of.best() : addresses.resolve(e, href);
        if (url == null) {
            url = sourceId.isEmpty() ? null : sourceId;
        }
        var name = e.hasElements() ? e.text("title") : e.text();
        return url == null ? null : new RawItem.RawSource(url, name.isEmpty() ? null : name);
    }

    private Markup markup(Element e) {
        return MarkupReader.read(e, atom);
    }

    private @Nullable Instant date(String text, @Nullable Instant before) {
        if (text.isBlank()) {
            return before;
        }
        var date = FeedDate.parse(text);
        if (date.isEmpty()) {
            forgiven.add("unreadable-date");
        }
        return date.orElse(before);
    }

    private RawItem item(Element item) {
        var declared = language == null || language.isBlank() ? item.language() : language;
        return new RawItem(
                id.get(),
                links.best(),
                title(),
                content,
                summary.or(lesserSummary),
                authors.isEmpty()
                        ? (lesserAuthor.isEmpty() ? null : lesserAuthor)
                        : authors.stream().collect(Collectors.joining(", ")),
                firstOf(published, dated, created, updated),
                media.found(),
                source,
                declared,
                updated,
                addresses.base(item));
    }

    private Markup title() {
        var outer = Outermost.outer(title, lesserTitle);
        return outer == null ? Markup.NONE : outer;
    }

    private static @Nullable Instant firstOf(@Nullable Instant... dates) {
        for (var date : dates) {
            if (date != null) {
                return date;
            }
        }
        return null;
    }
}
