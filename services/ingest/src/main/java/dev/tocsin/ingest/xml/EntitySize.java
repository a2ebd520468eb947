package dev.tocsin.ingest.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How long an entity would be, were it expanded: reckoned, never done. */
final class EntitySize {
    private static final Pattern REFERENCE = Pattern.compile("&([\\w.-]{1,40});");

    private final Map<String, String> nested;
    private final Map<String, String> plain;
    private final Map<String, Long> known = new HashMap<>();

    private EntitySize(Map<String, String> nested, Map<String, String> plain) {
        this.nested = nested;
        this.plain = plain;
    }

    /** In UTF-16 units; {@link Long#MAX_VALUE} for one that contains itself. */
    static long of(String name, Map<String, String> nested, Map<String, String> plain) {
        return new EntitySize(nested, plain).of(name);
    }

    /** The recursion is as deep as there are entities, of which few are kept. */
    private long of(String name) {
        var before = known.get(name);
        if (before != null) {
            return before;
        }
        var value = nested.get(name);
        if (value == null) {
            return plain.getOrDefault(name, name).length();
        }
        known.put(name, Long.MAX_VALUE);
        long size = value.length();
        var references = REFERENCE.matcher(value);
        while (references.find()) {
            long part = of(references.group(1));
            size = part > Long.MAX_VALUE - size ? Long.MAX_VALUE : size + part;
        }
        known.put(name, size);
        return size;
    }
}
