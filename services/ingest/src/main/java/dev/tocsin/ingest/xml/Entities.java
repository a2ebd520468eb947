package dev.tocsin.ingest.xml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What references stand for: the five of XML, those of HTML whether declared or not, and those that the document
 * declares itself where they are plain text. Nothing is fetched, nothing is expanded twice.
 */
final class Entities {
    private static final int LONGEST_NAME = 40;

    private final Forgiven forgiven;
    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, String> nested = new HashMap<>();
    private final Set<String> external = new HashSet<>();
    private int expanded;

    Entities(Forgiven forgiven) {
        this.forgiven = forgiven;
    }

    /** Of several declarations the first holds (XML 1.0, 4.2). */
    void declare(String name, String value) {
        if (plain.size() + nested.size() + external.size() >= XmlLimits.ENTITIES
                || value.length() > XmlLimits.ENTITY_LENGTH) {
            forgiven.add("entity-not-kept");
        } else if (!known(name)) {
            // A character that was escaped twice, as in the DTDs of HTML, is one still.
            var text = characters(characters(value));
            (text.indexOf('&') < 0 || EntityNames.isReference(text) ? plain : nested).put(name, EntityNames.of(text));
        }
    }

    void declareExternal(String name) {
        if (!known(name) && external.size() < XmlLimits.ENTITIES) {
            external.add(name);
        }
    }

    private boolean known(String name) {
        return plain.containsKey(name) || nested.containsKey(name) || external.contains(name);
    }

    private String characters(String value) {
        return value.contains("&#") ? decode(value, 0, value.length(), true) : value;
    }

    String decode(String text, int from, int to) {
        return decode(text, from, to, false);
    }

    private String decode(String text, int from, int to, boolean numericOnly) {
        int amp = text.indexOf('&', from, to);
        if (amp < 0) {
            return text.substring(from, to);
        }
        var out = new StringBuilder(to - from);
        int at = from;
        while (amp >= 0) {
            out.append(text, at, amp);
            int end = endOfReference(text, amp + 1, to);
            var value = end < 0 ? null : value(text, amp + 1, end, numericOnly);
            if (value == null) {
                if (!numericOnly) {
                    forgiven.add("stray-ampersand");
                }
                out.append('&');
                at = amp + 1;
            } else {
                out.append(value);
                at = end < to && text.charAt(end) == ';' ? end + 1 : end;
            }
            amp = text.indexOf('&', at, to);
        }
        return out.append(text, at, to).toString();
    }

    /** Behind the name or number; negative where there is none. */
    private static int endOfReference(String text, int from, int to) {
        int end = from;
        int last = Math.min(to, from + LONGEST_NAME);
        if (end < last && text.charAt(end) == '#') {
            end++;
        }
        while (end < last && isPart(text.charAt(end))) {
            end++;
        }
        return end == from || end == last && end < to ? -1 : end;
    }

    private static boolean isPart(char c) {
        return c != ':' && Characters.inName(c);
    }

    private @Nullable String value(String text, int from, int end, boolean numericOnly) {
        boolean closed = end < text.length() && text.charAt(end) == ';';
        if (text.charAt(from) == '#') {
            return number(text, from + 1, end);
        }
        return numericOnly || !closed ? null : named(text.substring(from, end));
    }

    private @Nullable String number(String text, int from, int end) {
        boolean hex = from < end && (text.charAt(from) == 'x' || text.charAt(from) == 'X');
        int radix = hex ? 16 : 10;
        int code = 0;
        int start = hex ? from + 1 : from;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return null;
            }
            // beyond the last character it stays, and does not overflow
            code = Math.min(code * radix + digit, Character.MAX_CODE_POINT + 1);
        }
        if (start >= end) {
            return null;
        }
        int c = Characters.referenced(code);
        if (c == 0xFFFD) {
            forgiven.add("impossible-character");
        }
        return Character.toString(c);
    }

    private @Nullable String named(String name) {
        var own = plain.get(name);
        if (own != null) {
            expanded += own.length();
            if (expanded > XmlLimits.EXPANSION) {
                throw new RefusedXmlException(
                        RefusedXmlException.Cause.ENTITY,
                        "the entities of its DOCTYPE grow beyond " + XmlLimits.EXPANSION);
            }
            return own;
        }
        refuse(name);
        var known = EntityNames.xml(name);
        if (known != null) {
            return known;
        }
        var html = EntityNames.html(name);
        forgiven.add(html == null ? "unknown-entity" : "undeclared-entity");
        return html;
    }

    /** A nested entity is left as it stands; one that would grow, and one from outside, end the reading. */
    private void refuse(String name) {
        if (external.contains(name)) {
            throw new RefusedXmlException(
                    RefusedXmlException.Cause.ENTITY, "it refers to the external entity '" + name + "' of its DOCTYPE");
        }
        if (nested.containsKey(name)) {
            if (EntitySize.of(name, nested, plain) > XmlLimits.BOMB) {
                throw new RefusedXmlException(
                        RefusedXmlException.Cause.ENTITY,
                        "its DOCTYPE has an entity '" + name + "' that grows without measure");
            }
            forgiven.add("nested-entity-not-expanded");
        }
    }
}
