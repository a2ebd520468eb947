package dev.tocsin.ingest.coding;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** The memory that all bodies share. */
public final class BodyRooms {
    private final Semaphore large;
    private final Duration patience;

    /**
     * @param large bodies in memory at the same time
     * @param patience of one that has to wait
     */
    public BodyRooms(int large, Duration patience) {
        this.large = new Semaphore(large, true);
        this.patience = patience;
    }

    /** Room for one body, to be closed when nothing of it is needed any more. */
    public BodyRoom open() {
        return new BodyRoom(large, patience);
    }
}
