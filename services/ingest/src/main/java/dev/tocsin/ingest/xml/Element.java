package dev.tocsin.ingest.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One element of a feed. Its name is canonical, in lower case: {@code dc:creator} whatever prefix the document uses,
 * and without a prefix for all that RSS and Atom define themselves, so that one name means one thing.
 */
public final class Element implements XmlNode {
    private final QName name;
    private final Scope scope;
    private final List<String> attributes;
    private final List<XmlNode> children = new ArrayList<>(1);
    private int textLength;

    /** @param attributes names in lower case and values, in turn */
    Element(QName name, Scope scope, List<String> attributes) {
        this.name = name;
        this.scope = scope;
        this.attributes = attributes;
    }

    public String name() {
        return name.canonical();
    }

    /** Without its prefix and as written, as HTML would call it. */
    String localName() {
        return name.local();
    }

    QName qName() {
        return name;
    }

    Scope scope() {
        return scope;
    }

    /** The absolute or relative address that the document declares for this place ({@code xml:base}); null for none. */
    public @Nullable String base() {
        return scope.base();
    }

    /** The language that the document declares for this place ({@code xml:lang}); null for none. */
    public @Nullable String language() {
        return scope.language();
    }

    /** @param lowerCaseName with its canonical prefix, if any */
    public @Nullable String attribute(String lowerCaseName) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(lowerCaseName)) {
                return attributes.get(i + 1);
            }
        }
        return null;
    }

    public String attribute(String lowerCaseName, String otherwise) {
        var value = attribute(lowerCaseName);
        return value == null ? otherwise : value;
    }

    List<String> attributes() {
        return attributes;
    }

    public List<XmlNode> children() {
        return children;
    }

    public boolean hasElements() {
        for (var child : children) {
            if (child instanceof Element) {
                return true;
            }
        }
        return false;
    }

    /** @return whether there was room for it */
    boolean append(String text) {
        int room = XmlLimits.TEXT_LENGTH - textLength;
        var part = text.length() > room ? text.substring(0, room) : text;
        if (!part.isEmpty()) {
            children.add(new XmlText(part));
            textLength += part.length();
        }
        return part.length() == text.length();
    }

    void append(Element child) {
        children.add(child);
    }

    /** The text of this element and of all within it, without blanks at its ends. */
    public String text() {
        if (children.isEmpty()) {
            return "";
        }
        if (children.size() == 1 && children.getFirst() instanceof XmlText(var only)) {
            return only.strip();
        }
        var out = new StringBuilder();
        collect(out);
        return out.toString().strip();
    }

    private void collect(StringBuilder out) {
        for (var child : children) {
            switch (child) {
                case XmlText(var value) -> out.append(value);
                case Element e -> e.collect(out);
            }
        }
    }

    /** The text of the elements of that name directly within this one; empty for none. */
    public String text(String childName) {
        for (var child : children) {
            if (child instanceof Element e && e.name().equals(childName)) {
                return e.text();
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return "<" + name.canonical().toLowerCase(Locale.ROOT) + ">";
    }
}
