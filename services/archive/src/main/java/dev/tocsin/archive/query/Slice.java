package dev.tocsin.archive.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where to go on; null at the end of the list
 */
public record Slice<T>(List<T> items, @Nullable Position next) {
    public Slice {
        items = List.copyOf(items);
    }

    /** The same part, each item made into something else. */
    public <R> Slice<R> map(Function<? super T, ? extends R> view) {
        return new Slice<>(items.stream().<R>map(view).toList(), next);
    }

    /**
     * The part that a query for {@code limit} items gets, out of the {@code limit + 1} that a store was asked for: the one
     * too many tells that there is more.
     */
    public static <T> Slice<T> of(List<T> items, int limit, Function<? super T, Position> position) {
        return items.size() <= limit
                ? new Slice<>(items, null)
                : new Slice<>(items.subList(0, limit), position.apply(items.get(limit - 1)));
    }
}
