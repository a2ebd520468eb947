package dev.tocsin.dashboard;

import java.util.Optional;
import java.util.function.Function;

/** What a page gets when it looks something up at a neighbour. */
sealed interface Lookup<T> {
    record Found<T>(T value) implements Lookup<T> {}

    /** Not there (404), or not to be had (anything else). */
    record Failed<T>(Problem problem) implements Lookup<T> {
        <U> Failed<U> as() {
            return new Failed<>(problem);
        }
    }

    default <U> Lookup<U> then(Function<T, U> next) {
        return switch (this) {
            case Found<T>(T value) -> new Found<>(next.apply(value));
            case Failed<T> failed -> failed.as();
        };
    }

    default Optional<T> found() {
        return this instanceof Found<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    default boolean missing() {
        return this instanceof Failed<T>(Problem problem) && problem.status() == 404;
    }
}
