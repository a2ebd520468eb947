package dev.tocsin.classify.match;

import dev.tocsin.contracts.Field;
import java.util.Locale;

/**
 * The names of a part of an article in the index: as the language's own analyzer stems it, and exact, which is folded but
 * not stemmed.
 */
final class FieldNames {
    private static final String EXACT = ".exact";

    private FieldNames() {}

    static String stemmed(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    static String exact(Field field) {
        return stemmed(field) + EXACT;
    }

    static String exact(String name) {
        return isExact(name) ? name : name + EXACT;
    }

    static boolean isExact(String name) {
        return name.endsWith(EXACT);
    }
}
