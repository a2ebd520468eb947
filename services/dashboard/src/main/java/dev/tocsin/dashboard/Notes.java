package dev.tocsin.dashboard;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What people write beside a version of a pack. */
final class Notes {
    static final int MOST = 500;

    private Notes() {}

    /** Null where nothing is said. */
    static @Nullable String of(@Nullable String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }

    static boolean tooLong(@Nullable String note) {
        return note != null && note.length() > MOST;
    }

    static Response refused() {
        return Problem.of(400, "Malformed request", "'note' has more than " + MOST + " characters; shorten it.")
                .response();
    }
}
