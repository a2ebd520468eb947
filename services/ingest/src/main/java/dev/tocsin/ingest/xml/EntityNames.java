package dev.tocsin.ingest.xml;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entities that need no declaration: five by XML, and in practice those of HTML. */
final class EntityNames {
    private static final Pattern REFERENCE = Pattern.compile("&(amp|lt|gt|quot|apos);");

    private EntityNames() {}

    static @Nullable String xml(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> null;
        };
    }

    static @Nullable String html(String name) {
        var value = org.jsoup.nodes.Entities.getByName(name);
        return value.isEmpty() ? null : value;
    }

    /** Whether its only ampersands are references to the five of XML. */
    static boolean isReference(String value) {
        return REFERENCE.matcher(value).replaceAll("").indexOf('&') < 0;
    }

    /** With the references to the five of XML resolved, where there are no others. */
    static String of(String value) {
        return value.indexOf('&') < 0 || !isReference(value)
                ? value
                : REFERENCE.matcher(value).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(xmlOf(m.group(1))));
    }

    private static String xmlOf(String name) {
        var value = xml(name);
        return value == null ? "" : value;
    }
}
