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

    /** For a text that may be empty but not absent. */
    static String present(@Nullable String value, String field) {
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

    /** A number within bounds, where one is given; keeps infinities out, which JSON cannot write. */
    static void within(double least, double most, @Nullable Double value, String field) {
        if (value != null && !(value >= least && value <= most)) {
            throw new IllegalArgumentException("'" + field + "' is " + value + ", expected " + least + " to " + most);
        }
    }

    /** A NATO/Admiralty credibility, where one is given. */
    static void credibility(@Nullable Integer value) {
        if (value != null && (value < 1 || value > 6)) {
            throw new IllegalArgumentException("'credibility' is " + value + ", expected 1 to 6");
        }
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

    /** An immutable copy of a list of ids or tags, none of them blank. */
    static List<String> names(@Nullable List<String> list, String field) {
        list(list).forEach(name -> required(name, field));
        return list(list);
    }
}
