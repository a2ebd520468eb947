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
    private final Addresses addresses;
    private final Links links;
    private final Outermost<String> title = new Outermost<>();
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
        switch (e.name()) {
            case "title", "dc:title" ->
                title.first(0, MarkupReader.read(e, atom).value(), String::isEmpty);
            case "link" -> link(e);
            case "language", "dc:language" -> language = text(e, language);
            case "updated", "modified", "lastbuilddate", "dcterms:modified", "dc:date" -> updated = date(e.text());
            default -> rhythm.field(e);
        }
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
        return title.get();
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
