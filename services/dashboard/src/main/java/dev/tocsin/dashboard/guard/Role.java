package dev.tocsin.dashboard.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is for. People are one of the last three; a machine's key may also be there to push articles only. */
public enum Role {
    PUSHER,
    VIEWER,
    ANALYST,
    ADMIN;

    /** Whether who has this role may do what asks for the other: each of the last three may what those before it may. */
    public boolean covers(Role needed) {
        return this == needed || this == ADMIN || this == ANALYST && needed == VIEWER;
    }

    public boolean isForPeople() {
        return this != PUSHER;
    }

    /** As it is written in the API and in the store. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String label) {
        return Arrays.stream(values()).filter(r -> r.label().equals(label)).findFirst();
    }
}
