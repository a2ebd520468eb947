package dev.tocsin.ingest.parse;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The value that stands least deep: what is inside another thing is rather that thing's. */
final class Outermost<T> {
    private int depth = Integer.MAX_VALUE;
    private @Nullable T value;

    /** Of values equally deep the first stays. */
    void first(int at, T candidate, Predicate<T> isNothing) {
        if (at < depth && !isNothing.test(candidate)) {
            depth = at;
            value = candidate;
        }
    }

    /** Of values equally deep the last stays. */
    void last(int at, @Nullable T candidate) {
        if (at <= depth && candidate != null) {
            depth = at;
            value = candidate;
        }
    }

    boolean isEmpty() {
        return value == null;
    }

    @Nullable
    T get() {
        return value;
    }

    T or(T otherwise) {
        return value == null ? otherwise : value;
    }
}
