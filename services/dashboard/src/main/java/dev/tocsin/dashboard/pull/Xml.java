package dev.tocsin.dashboard.pull;

import dev.tocsin.dashboard.markup.XmlText;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML into memory, which does not fail; characters that XML 1.0 has no place for are left out. */
final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** What is written into an element. */
    interface Content {
        void write() throws XMLStreamException;
    }

    Xml() {
        try {
            writer = FACTORY.createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes all", e);
        }
    }

    /** An element that begins a namespace. */
    void root(String name, String namespace, Content content) {
        step(() -> {
            writer.writeStartElement(name);
            writer.writeDefaultNamespace(namespace);
            content.write();
            writer.writeEndElement();
        });
    }

    void element(String name, Content content) {
        step(() -> {
            writer.writeStartElement(name);
            content.write();
            writer.writeEndElement();
        });
    }

    /** An element with text; none where there is no text. */
    void text(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            element(name, () -> writer.writeCharacters(XmlText.clean(value)));
        }
    }

    void characters(String value) {
        step(() -> writer.writeCharacters(XmlText.clean(value)));
    }

    void attribute(String name, String value) {
        step(() -> writer.writeAttribute(name, XmlText.clean(value)));
    }

    byte[] bytes() {
        step(writer::writeEndDocument);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void step(Content content) {
        try {
            content.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes all", e);
        }
    }
}
