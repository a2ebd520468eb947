package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.xml.Element;
import dev.tocsin.ingest.xml.InnerMarkup;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * What an element of text holds: Atom says by {@code type} and {@code mode} whether it is HTML, RSS leaves it to be
 * guessed. Markup that was not escaped is written as HTML again.
 */
final class MarkupReader {
    private MarkupReader() {}

    /** @param atom whether a text without a type is plain */
    static Markup read(Element element, boolean atom) {
        var type = type(element.attribute("type", ""));
        if (!isText(type)) {
            return "base64".equals(element.attribute("mode")) ? base64(element, true) : Markup.NONE;
        }
        boolean plain = type.equals("text") || type.isEmpty() && atom;
        if ("base64".equals(element.attribute("mode"))) {
            return base64(element, !plain);
        }
        if (element.hasElements()) {
            boolean escape = type.endsWith("xml") || type.endsWith("xhtml") || atom && !type.equals("html");
            return new Markup(InnerMarkup.of(element, escape), true);
        }
        return markup(element.text(), !plain);
    }

    static Markup markup(String text, boolean html) {
        return text.isEmpty() ? Markup.NONE : new Markup(text, html);
    }

    private static String type(String declared) {
        var type = declared.strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "plain", "text/plain" -> "text";
            case "text/html" -> "html";
            default -> type;
        };
    }

    /** Atom may carry a film, too, or the feed of another. */
    private static boolean isText(String type) {
        return type.isEmpty()
                || type.startsWith("text")
                || type.startsWith("html")
                || type.endsWith("xhtml")
                || type.endsWith("+xml")
                || type.endsWith("/xml")
                || type.equals("xml")
                || type.equals("escaped")
                || type.indexOf('/') < 0;
    }

    /** Atom 0.3 (3.1.2). What is no Base64 after all is taken as it stands. */
    private static Markup base64(Element element, boolean html) {
        var text = element.text();
        try {
            return markup(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8).strip(), html);
        } catch (IllegalArgumentException e) {
            return markup(text, html);
        }
    }
}
