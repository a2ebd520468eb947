package dev.tocsin.archive.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as the API gives it.
 *
 * @param nextCursor to be given back as {@code cursor} for the items that follow; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    /** The page of a slice; its cursor holds for {@code scope} only. */
    public static <T> Page<T> of(Slice<T> slice, Scope scope) {
        return new Page<>(slice.items(), slice.next() == null ? null : Cursor.write(slice.next(), scope));
    }
}
