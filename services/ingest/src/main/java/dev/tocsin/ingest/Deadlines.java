package dev.tocsin.ingest;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;

/** Ends requests that take too long as a whole, however steadily they drip. */
final class Deadlines implements AutoCloseable {
    private final Duration limit;
    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fetch-watchdog").factory());

    Deadlines(Duration limit) {
        this.limit = limit;
        // nearly all requests are in time; their alarms would pile up for a minute
        watchdog.setRemoveOnCancelPolicy(true);
    }

    Deadline begin() {
        return new Deadline();
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
    }

    /** The one deadline of all requests of one question. */
    final class Deadline implements AutoCloseable {
        private final AtomicReference<Cancellable> current = new AtomicReference<>(() -> false);
        private volatile boolean over;
        private final ScheduledFuture<?> alarm = watchdog.schedule(this::end, limit.toMillis(), TimeUnit.MILLISECONDS);

        /** Names the request that is under way now. */
        void ends(Cancellable request) {
            current.set(request);
            if (over) {
                request.cancel();
            }
        }

        boolean isOver() {
            return over;
        }

        @Override
        public void close() {
            alarm.cancel(false);
        }

        private void end() {
            over = true;
            current.get().cancel();
        }
    }
}
