package dev.tocsin.ingest.parse;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The value that stands least deep: what is inside another thing is rather that thing's. */
final class Outermost<T> {
    /** What a further value must not be deeper than. */
    private int depth = Integer.MAX_VALUE;

    private int found = Integer.MAX_VALUE;
    private @Nullable T value;

    /** Of values equally deep the first stays. */
    void first(int at, T candidate, Predicate<T> isNothing) {
        if (at < depth && !isNothing.test(candidate)) {
            depth = at;
            found = at;
            value = candidate;
        }
    }

    /** Of values equally deep the last stays. */
    void last(int at, @Nullable T candidate) {
        if (at <= depth && candidate != null && !candidate.equals("")) {
            depth = at;
            found = at;
            value = candidate;
        }
    }

    /** A further value as deep as this one may take its place. */
    void reopen() {
        depth = Integer.MAX_VALUE;
    }

    boolean isEmpty() {
        return value == null;
    }

    @Nullable
    T get() {
        return value;
    }

    /** Of two the one that stands less deep; of equals the first. */
    static <T> @Nullable T outer(Outermost<T> one, Outermost<T> other) {
        return one.value == null || other.value != null && other.depth < one.found ? other.value : one.value;
    }

    T or(T otherwise) {
        return value == null ? otherwise : value;
    }
}
