package dev.tocsin.archive;

import org.jspecify.annotations.Nullable;

/**
 * How the search is, as {@code GET /status} tells it.
 *
 * @param state what it does now
 * @param articles that can be found
 * @param bytes that it takes on disk
 * @param read articles that were read, while it is built
 * @param of articles that there are to read, while it is built
 * @param behind messages that are archived but not searchable yet
 * @param reason why it stands still; null while it does not
 */
record IndexState(State state, int articles, long bytes, long read, long of, long behind, @Nullable String reason) {
    /** What an index does. */
    enum State {
        /** It follows the channel; everything archived is found within about a second. */
        READY,
        /** It is read from the store; what was not read yet is not found. */
        BUILDING,
        /** It reads what came while it was away. */
        CATCHING_UP,
        /** It answers, but takes nothing in. */
        STALLED,
        /** It cannot be used. */
        FAILED
    }

    private static final long LITTLE = 500;

    static IndexState building(long read, long of) {
        return new IndexState(State.BUILDING, 0, 0, read, of, 0, null);
    }

    static IndexState following(long behind) {
        return new IndexState(behind > LITTLE ? State.CATCHING_UP : State.READY, 0, 0, 0, 0, behind, null);
    }

    IndexState stalled(String why) {
        return new IndexState(State.STALLED, articles, bytes, read, of, behind, why);
    }

    static IndexState failed(String why) {
        return new IndexState(State.FAILED, 0, 0, 0, 0, 0, why);
    }

    IndexState sized(int found, long size) {
        return new IndexState(state, found, size, read, of, behind, reason);
    }

    /** Whether a search sees all that was archived, but for the last second. */
    boolean complete() {
        return state == State.READY;
    }
}
