package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.dates.FeedDate;
import dev.tocsin.ingest.xml.Element;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a feed says of itself, gathered element by element. */
final class FeedFields {
    /** What is inside these is about them. */
    private static final Set<String> OTHERS = Set.of(
            "author",
            "contributor",
            "source",
            "items",
            "description",
            "subtitle",
            "tagline",
            "rights",
            "copyright",
            "info",
            "itunes:owner",
            "dc:creator",
            "dc:publisher");

    private final Addresses addresses;
    private final Links links;
    private final Outermost<String> title = new Outermost<>();
    private final Outermost<String> lesserTitle = new Outermost<>();
    private final Set<String> hubs = new LinkedHashSet<>();
    private final Rhythm rhythm = new Rhythm();
    private @Nullable String self;
    private @Nullable String language;
    private @Nullable String inherited;
    private @Nullable Instant updated;

    FeedFields(Addresses addresses) {
        this.addresses = addresses;
        this.links = new Links(addresses);
    }

    /** The attributes of what holds the feed: CDF has its page and date there, the others their language. */
    void container(Element e) {
        if (e.language() != null) {
            inherited = e.language();
        }
        if (e.name().equals("channel")) {
            var href = e.attribute("href");
            if (href != null) {
                links.page(e, href);
            }
            updated = date(e.attribute("lastmod", ""));
        }
    }

    /** @param atom whether texts without a type are plain */
    void field(Element e, boolean atom) {
        field(e, atom, 0);
    }

    private void field(Element e, boolean atom, int depth) {
        switch (e.name()) {
            case "title", "dc:title" -> title.first(depth, text(e, atom), String::isEmpty);
            case "media:title" -> lesserTitle.last(depth, text(e, atom));
            case "link" -> link(e);
            case "language", "dc:language" -> language = text(e, language);
            case "updated", "modified", "lastbuilddate", "dcterms:modified", "dc:date" -> updated = date(e.text());
            case "image", "textinput" -> passed();
            case "ttl", "skiphours", "skipdays", "sy:updateperiod", "sy:updatefrequency" -> rhythm.field(e);
            default -> within(e, atom, depth + 1);
        }
    }

    /** A title inside something unknown is the feed's where there is no other; its links never are. */
    private void within(Element e, boolean atom, int depth) {
        if (OTHERS.contains(e.name()) || depth > 3) {
            return;
        }
        for (var child : e.children()) {
            if (child instanceof Element c && !c.name().equals("link")) {
                field(c, atom, depth);
            }
        }
    }

    private static String text(Element e, boolean atom) {
        return MarkupReader.read(e, atom).value();
    }

    /** Behind an image or an item a feed may name itself again, and as feedparser reads it that is the better name. */
    void passed() {
        title.reopen();
    }

    private void link(Element e) {
        var href = Links.href(e);
        switch (Links.relation(e)) {
            case "hub" -> {
                if (href != null && !href.isBlank() && hubs.size() < ParseLimits.HUBS) {
                    hubs.add(addresses.resolve(e, href));
                }
            }
            case "self" -> self = href == null || href.isBlank() ? self : addresses.resolve(e, href);
            default -> {
                links.add(e);
                addresses.site(links.best());
            }
        }
    }

    private @Nullable Instant date(String text) {
        return FeedDate.parse(text).orElse(updated);
    }

    private static @Nullable String text(Element e, @Nullable String before) {
        var text = e.text();
        return text.isEmpty() ? before : text;
    }

    @Nullable
    String title() {
        return Outermost.outer(title, lesserTitle);
    }

    @Nullable
    String link() {
        return links.best();
    }

    @Nullable
    String language() {
        return language == null ? inherited : language;
    }

    FeedHints hints() {
        return new FeedHints(
                rhythm.ttl(),
                rhythm.skipHours(),
                rhythm.skipDays(),
                rhythm.updateEvery(),
                List.copyOf(hubs),
                self,
                updated);
    }
}
