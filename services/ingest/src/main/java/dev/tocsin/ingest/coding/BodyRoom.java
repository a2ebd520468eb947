package dev.tocsin.ingest.coding;

import dev.tocsin.ingest.feeds.Failure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Memory for one body while it is read and understood. Most bodies are small and need no leave; of the large ones only a
 * few are in memory at a time, however many polls are under way, and the next waits here before it grows.
 */
public final class BodyRoom implements AutoCloseable {
    private static final int LARGE = 512 * 1024;

    private final Semaphore large;
    private final Duration patience;
    private boolean isLarge;

    /**
     * @param large leave for large bodies, shared by all rooms
     * @param patience the longest wait for it
     */
    BodyRoom(Semaphore large, Duration patience) {
        this.large = large;
        this.patience = patience;
    }

    void holds(int bytes) throws RefusedBodyException {
        if (isLarge || bytes <= LARGE) {
            return;
        }
        try {
            isLarge = large.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isLarge) {
            throw new RefusedBodyException(
                    Failure.TIMED_OUT, "no memory for another large body within " + patience + "; it is asked again");
        }
    }

    @Override
    public void close() {
        if (isLarge) {
            large.release();
            isLarge = false;
        }
    }
}
