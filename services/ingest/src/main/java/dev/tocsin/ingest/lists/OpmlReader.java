package dev.tocsin.ingest.lists;

import dev.tocsin.ingest.feeds.FeedForm;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads OPML element by element, so that its size costs time and no memory. Folders become tags: a feed in
 * {@code Asia} below {@code World} gets {@code World/Asia}. Document types and entities of any kind are refused.
 */
public final class OpmlReader {
    private static final int DEEPEST = 40;
    private static final int LONGEST_ATTRIBUTE = 8_192;
    private static final XMLInputFactory XML = hardened();

    private final OutlineForm form;
    private final int most;
    private final Consumer<ListEntry> sink;
    /** One an open element: a folder's name; empty for what is no folder. */
    private final Deque<String> open = new ArrayDeque<>();

    private int feeds;

    private OpmlReader(FeedForm form, int most, Consumer<ListEntry> sink) {
        this.form = new OutlineForm(form);
        this.most = most;
        this.sink = sink;
    }

    /**
     * Hands on each feed as it is met.
     *
     * @param most feeds
     * @throws BadListException where it is no OPML or breaks off; what was met before has been handed on
     */
    public static void read(InputStream in, FeedForm form, int most, Consumer<ListEntry> sink) throws BadListException {
        try {
            var xml = XML.createXMLStreamReader(in);
            try {
                new OpmlReader(form, most, sink).read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, BadListException {
        while (xml.hasNext()) {
            switch (next(xml)) {
                case XMLStreamConstants.DTD ->
                    throw bad(xml, "it has a DOCTYPE: document type definitions are refused, take it out");
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                default -> {}
            }
        }
    }

    /** The JDK's reader breaks on some mistakes instead of reporting them: it has no message for each. */
    private static int next(XMLStreamReader xml) throws XMLStreamException {
        try {
            return xml.next();
        } catch (RuntimeException e) {
            throw new XMLStreamException(String.valueOf(e.getMessage()), xml.getLocation(), e);
        }
    }

    private void start(XMLStreamReader xml) throws BadListException {
        var name = xml.getLocalName();
        if (open.isEmpty() && !name.equalsIgnoreCase("opml")) {
            throw bad(xml, "it begins with <" + shortened(name) + ">, expected <opml>");
        }
        if (open.size() >= DEEPEST) {
            throw bad(xml, "it is nested deeper than " + DEEPEST + " elements");
        }
        open.addLast(name.equalsIgnoreCase("outline") ? outline(xml) : "");
    }

    /** The folder's name that the outline adds to the feeds below it. */
    private String outline(XMLStreamReader xml) throws BadListException {
        var outline = new OutlineForm.Outline(xml.getLocation().getLineNumber());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var value = xml.getAttributeValue(i);
            if (value.length() > LONGEST_ATTRIBUTE) {
                throw bad(xml, "an attribute has " + value.length() + " characters, at most " + LONGEST_ATTRIBUTE);
            }
            boolean ours = Opml.NAMESPACE.equals(xml.getAttributeNamespace(i));
            var name = xml.getAttributeLocalName(i);
            // names differ in their case from program to program
            outline.put(ours, ours ? name : name.toLowerCase(Locale.ROOT), value);
        }
        if (!outline.isFeed()) {
            return outline.folder();
        }
        if (++feeds > most) {
            throw bad(xml, "there are more than " + most + " feeds: split it");
        }
        sink.accept(form.entry(outline, path()));
        return "";
    }

    private @Nullable String path() {
        var path = String.join("/", open.stream().filter(f -> !f.isEmpty()).toList());
        return path.isEmpty() ? null : path;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static BadListException bad(XMLStreamReader xml, String why) {
        return new BadListException("line " + xml.getLocation().getLineNumber() + ": " + why);
    }

    private static BadListException broken(XMLStreamException e) {
        // the JDK's message repeats the place in a line of its own
        var lines = String.valueOf(e.getMessage()).lines().toList();
        var why = lines.getLast().replaceFirst("^Message: ", "");
        var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        return new BadListException(
                "line " + line + ": it is no well-formed XML: " + shortenedReason(why)
                        + " (export the list anew, or mend that line)",
                e);
    }

    private static String shortenedReason(String why) {
        return why.length() <= 200 ? why : why.substring(0, 200) + "…";
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }
}
