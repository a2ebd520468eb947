package dev.tocsin.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that records of this package share when they validate themselves. */
final class Checks {
    private Checks() {}

    static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return value;
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return value;
    }

    static int atLeast(int minimum, int value, String field) {
        if (value < minimum) {
            throw new IllegalArgumentException("'" + field + "' is " + value + ", the least is " + minimum);
        }
        return value;
    }

    static double share(double value, String field) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("'" + field + "' is " + value + ", expected 0 to 1");
        }
        return value;
    }

    static void span(int start, int end) {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("'start' and 'end' are " + start + " and " + end + ", not a span");
        }
    }

    /** An immutable copy; a list that is absent in the JSON is an empty one. */
    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
