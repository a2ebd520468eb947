package dev.tocsin.dashboard;

import org.jspecify.annotations.Nullable;

/** What came of asking a neighbour. */
sealed interface Reply {
    /**
     * It answered, be it with an error of its own.
     *
     * @param type media type of the body
     * @param location of what was made, as the neighbour names it
     * @param retryAfter as the neighbour says it
     */
    record Answer(
            int status, @Nullable String type, @Nullable String location, @Nullable String retryAfter, byte[] body)
            implements Reply {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /** It gave no answer that could be passed on; the problem says whether it was silent (503) or made no sense (502). */
    record Silence(Problem problem) implements Reply {}
}
