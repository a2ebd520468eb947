package dev.tocsin.dashboard;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Memory for what is pushed and on its way: when ingest is slow, further pushes stay unread with who sends them, instead of
 * filling the heap that live readers need.
 */
@Singleton
final class PushRoom {
    /** Of the heap; a body is there twice while it is passed on. */
    private static final int SHARE = 8;

    private static final int UNIT = 1024;
    /** What has begun to arrive is in memory too: more than these are refused at once. */
    private static final int MOST_WAITING = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int all;
    private final Semaphore free;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Duration patience;

    PushRoom() {
        this((int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / UNIT / SHARE), PATIENCE);
    }

    /**
     * @param kilobytes of all bodies together
     * @param patience of one that finds no room
     */
    PushRoom(int kilobytes, Duration patience) {
        this.patience = patience;
        all = kilobytes;
        free = new Semaphore(kilobytes, true);
    }

    /**
     * Reads a body once there is room for it, and holds the room while it is worked on.
     *
     * @param length as announced; less than 0 where it is not, which takes all the room
     * @return what the work returns; empty where no room came in time
     */
    <T> Optional<T> take(InputStream body, long length, Function<byte[], T> work)
            throws IOException, InterruptedException {
        int units = length < 0 ? all : Math.clamp(length / UNIT + 1, 1, all);
        if (!isFreeInTime(units)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(body.readAllBytes()));
        } finally {
            free.release(units);
        }
    }

    private boolean isFreeInTime(int units) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return free.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            waiting.release();
        }
    }
}
