package dev.tocsin.ingest.parse;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.tocsin.ingest.parse.RawItem.RawMedia;
import dev.tocsin.ingest.parse.RawItem.RawSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Takes out of ROME's entry what an article can be made from. */
final class ItemReader {
    private static final String MEDIA_RSS = "http://search.yahoo.com/mrss/";

    private ItemReader() {}

    /** @param atom Atom says which of its texts are HTML, RSS leaves it to guesswork */
    static RawItem read(SyndEntry entry, boolean atom) {
        return new RawItem(
                guid(entry),
                entry.getLink(),
                markup(entry.getTitleEx(), atom),
                content(entry, atom),
                markup(entry.getDescription(), atom),
                author(entry),
                published(entry),
                media(entry),
                source(entry.getSource()),
                language(entry));
    }

    /** ROME gives the link where an RSS item has no guid; a guid is what the feed calls one. */
    private static @Nullable String guid(SyndEntry entry) {
        if (entry.getWireEntry() instanceof Item item) {
            return item.getGuid() == null ? item.getUri() : item.getGuid().getValue();
        }
        return entry.getUri();
    }

    private static Markup content(SyndEntry entry, boolean atom) {
        return entry.getContents().stream()
                .map(c -> markup(c, atom))
                .max(Comparator.comparingInt(m -> m.value().length()))
                .orElse(Markup.NONE);
    }

    private static Markup markup(@Nullable SyndContent content, boolean atom) {
        if (content == null || content.getValue() == null) {
            return Markup.NONE;
        }
        var type = content.getType();
        boolean plain = atom && (type == null || type.equals("text") || type.equals("text/plain"));
        return new Markup(content.getValue(), !plain);
    }

    /** Atom demands {@code updated} and leaves {@code published} open: where it stands alone, it is what is known. */
    private static @Nullable Instant published(SyndEntry entry) {
        var date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String author(SyndEntry entry) {
        var names = entry.getAuthors().stream()
                .map(SyndPerson::getName)
                .filter(Objects::nonNull)
                .filter(n -> !n.isBlank())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? entry.getAuthor() : names;
    }

    private static List<RawMedia> media(SyndEntry entry) {
        var found = new ArrayList<RawMedia>();
        for (var enclosure : entry.getEnclosures()) {
            if (enclosure.getUrl() != null) {
                found.add(new RawMedia(enclosure.getUrl(), enclosure.getType(), null));
            }
        }
        entry.getForeignMarkup().stream()
                .flatMap(ItemReader::mediaElements)
                .filter(e -> e.getAttributeValue("url") != null)
                .forEach(e -> found.add(mediaOf(e)));
        return found;
    }

    private static Stream<Element> mediaElements(Element e) {
        if (!MEDIA_RSS.equals(e.getNamespaceURI())) {
            return Stream.empty();
        }
        return e.getName().equals("group")
                ? e.getChildren().stream().flatMap(ItemReader::mediaElements)
                : Stream.of(e)
                        .filter(m ->
                                m.getName().equals("content") || m.getName().equals("thumbnail"));
    }

    private static RawMedia mediaOf(Element e) {
        var type = e.getAttributeValue("type");
        var kind = e.getName().equals("thumbnail") ? "image/*" : type;
        return new RawMedia(
                e.getAttributeValue("url"), type == null ? kind : type, e.getChildText("title", e.getNamespace()));
    }

    private static @Nullable RawSource source(@Nullable SyndFeed source) {
        if (source == null) {
            return null;
        }
        var url = source.getLink() == null ? source.getUri() : source.getLink();
        return url == null ? null : new RawSource(url, source.getTitle());
    }

    private static @Nullable String language(SyndEntry entry) {
        return entry.getModule(DCModule.URI) instanceof DCModule dc ? dc.getLanguage() : null;
    }
}
