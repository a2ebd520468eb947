package dev.tocsin.ingest;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what the pure parts say of a request into the answer it deserves. */
final class Parameters {
    private Parameters() {}

    /** A page's size between 1 and {@code most}. */
    static int pageSize(@Nullable String limit, int standard, int most) {
        if (limit == null) {
            return standard;
        }
        return orBadRequest(() -> {
            if (limit.matches("\\d{1,4}")) {
                int size = Integer.parseInt(limit);
                if (size >= 1 && size <= most) {
                    return size;
                }
            }
            throw new IllegalArgumentException("'limit' is '" + limit + "', expected a number from 1 to " + most);
        });
    }

    /** For parameters: 400. */
    static <T> T orBadRequest(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** For bodies that are well-formed and wrong: 422. */
    static <T> T orUnprocessable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(String.valueOf(e.getMessage()));
        }
    }
}
