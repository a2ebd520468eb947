package dev.tocsin.dashboard.manners;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the field that an error speaks of: all services begin with its name in quotes, {@code 'limit' is …}. */
public final class Faults {
    private static final Pattern NAMED = Pattern.compile("^[^'\\n]{0,40}+'([A-Za-z][A-Za-z0-9_.\\[\\]-]{0,80}+)' ");

    private Faults() {}

    /** The field's name as it stands there; empty where none is named. */
    public static Optional<String> field(String detail) {
        var matcher = NAMED.matcher(detail);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A field as a JSON Pointer in a fragment (RFC 6901, section 6): {@code source.country} becomes {@code #/source/country}. */
    public static String pointer(String field) {
        return "#/" + field.replace("[", ".").replace("]", "").replace('.', '/');
    }
}
