package dev.tocsin.ingest.lists;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FullText;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes feeds as OPML 2.0, one after the other. A feed's first tag is the folder it lies in, and {@code category} has
 * them all; what OPML has no word for stands in attributes of our own namespace. Secrets stay here.
 */
public final class OpmlWriter implements AutoCloseable {
    /** RFC 822, which OPML wants, with a year of four digits. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final XMLStreamWriter xml;
    private List<String> folders = List.of();

    private OpmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Begins the document. */
    public static OpmlWriter begin(OutputStream out, Instant now) throws XMLStreamException {
        var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("opml");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("tocsin", Opml.NAMESPACE);
        xml.writeStartElement("head");
        text(xml, "title", "Feeds of Tocsin");
        text(xml, "dateCreated", DATE.format(now.atOffset(ZoneOffset.UTC)));
        xml.writeEndElement();
        xml.writeStartElement("body");
        return new OpmlWriter(xml);
    }

    /** The folder of a feed: its first tag. Feeds of one folder are best written together. */
    public static String folder(List<String> tags) {
        return tags.isEmpty() ? "" : tags.getFirst();
    }

    /** Writes one feed into its folder. */
    public void write(Feed feed) throws XMLStreamException {
        var settings = feed.settings();
        enter(folder(settings.tags()));
        var url = feed.address().uri().toString();
        var title = feed.title();
        xml.writeCharacters("\n");
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", clean(title == null ? url : title));
        xml.writeAttribute("xmlUrl", url);
        plain("category", settings.tags().isEmpty() ? null : String.join(",", settings.tags()));
        plain("language", settings.language());
        own(
                Opml.INTERVAL,
                settings.interval() == null ? null : settings.interval().toString());
        own(Opml.SOURCE, settings.source().id());
        own(Opml.SOURCE_NAME, settings.source().name());
        own(Opml.COUNTRY, settings.source().country());
        own(Opml.RELIABILITY, settings.source().reliability());
        own(
                Opml.FULL_TEXT,
                settings.fullText() == FullText.AUTO
                        ? null
                        : settings.fullText().label());
        own(Opml.PAUSED, settings.paused() ? "true" : null);
    }

    /** Ends the document; the stream below stays open. */
    @Override
    public void close() throws XMLStreamException {
        enter("");
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private void enter(String folder) throws XMLStreamException {
        var wanted = folder.isEmpty() ? List.<String>of() : List.of(folder.split("/"));
        int common = 0;
        while (common < Math.min(wanted.size(), folders.size())
                && wanted.get(common).equals(folders.get(common))) {
            common++;
        }
        for (int i = folders.size(); i > common; i--) {
            xml.writeEndElement();
        }
        for (var name : wanted.subList(common, wanted.size())) {
            xml.writeCharacters("\n");
            xml.writeStartElement("outline");
            xml.writeAttribute("text", clean(name));
        }
        folders = new ArrayList<>(wanted);
    }

    private void plain(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, clean(value));
        }
    }

    private void own(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute("tocsin", Opml.NAMESPACE, name, clean(value));
        }
    }

    /** XML 1.0 has no way to write most control characters, nor half a pair. */
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c < ' ' ? ' ' : c)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE && c < 0xFFFE || c > 0xFFFF)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
