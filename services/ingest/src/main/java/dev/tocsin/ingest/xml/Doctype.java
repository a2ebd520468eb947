package dev.tocsin.ingest.xml;

import java.util.regex.Pattern;

/** Takes the entities that are plain text out of a document type, and skips all the rest of it. */
final class Doctype {
    /** The length of a name is bounded, and so is all that can be tried: the matching is linear. */
    private static final Pattern ENTITY = Pattern.compile(
            "<!ENTITY\\s{1,50}+(%\\s{1,50}+)?([\\w.:-]{1,40}+)\\s{1,50}+(?:(SYSTEM|PUBLIC)\\b|\"([^\"]*+)\"|'([^']*+)')");

    private Doctype() {}

    /** @return behind the {@code >} that ends the declaration which starts at {@code from} */
    static int read(String text, int from, Entities entities, Forgiven forgiven) {
        forgiven.add("doctype");
        int end = end(text, from);
        var found = ENTITY.matcher(text).region(from, end);
        while (found.find()) {
            if (found.group(1) != null) {
                forgiven.add("parameter-entity");
            } else if (found.group(3) != null) {
                forgiven.add("external-entity");
                entities.declareExternal(found.group(2));
            } else {
                entities.declare(found.group(2), found.group(4) == null ? found.group(5) : found.group(4));
            }
        }
        return end;
    }

    private static int end(String text, int from) {
        int brackets = 0;
        char quote = 0;
        for (int i = from + 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (text.startsWith("<!--", i)) {
                int close = text.indexOf("-->", i);
                i = close < 0 ? text.length() : close + 2;
            } else {
                switch (c) {
                    case '"', '\'' -> quote = c;
                    case '[' -> brackets++;
                    case ']' -> brackets--;
                    case '>' -> {
                        // a declaration inside the brackets ends with one, too
                        if (brackets <= 0) {
                            return i + 1;
                        }
                    }
                    default -> {
                        // the rest of a declaration
                    }
                }
            }
        }
        return firstElement(text, from);
    }

    /** Where a document type has no end, the document starts at its first element all the same. */
    private static int firstElement(String text, int from) {
        for (int lt = text.indexOf('<', from + 1); lt >= 0; lt = text.indexOf('<', lt + 1)) {
            if (lt + 1 < text.length() && Characters.startsName(text.charAt(lt + 1))) {
                return lt;
            }
        }
        return text.length();
    }
}
