package dev.tocsin.ingest.xml;

/** What stands inside an element, written as HTML again, for texts that carry their markup unescaped. */
public final class InnerMarkup {
    private final StringBuilder out = new StringBuilder();
    private final boolean escape;

    private InnerMarkup(boolean escape) {
        this.escape = escape;
    }

    /**
     * @param escape whether the texts are texts (XHTML), not HTML that was escaped (most of RSS)
     * @return stripped; never longer than a small multiple of the document
     */
    public static String of(Element element, boolean escape) {
        var markup = new InnerMarkup(escape);
        markup.children(element);
        return markup.out.toString().strip();
    }

    private void children(Element element) {
        for (var child : element.children()) {
            switch (child) {
                case XmlText(var value) -> text(value);
                case Element e -> element(e);
            }
        }
    }

    private void element(Element e) {
        out.append('<').append(e.localName());
        for (int i = 0; i < e.attributes().size(); i += 2) {
            out.append(' ').append(e.attributes().get(i)).append("=\"");
            escaped(e.attributes().get(i + 1));
            out.append('"');
        }
        if (HtmlNames.isVoid(e.name())) {
            out.append(" />");
        } else {
            out.append('>');
            children(e);
            out.append("</").append(e.localName()).append('>');
        }
    }

    private void text(String value) {
        if (escape) {
            escaped(value);
        } else {
            out.append(value);
        }
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
