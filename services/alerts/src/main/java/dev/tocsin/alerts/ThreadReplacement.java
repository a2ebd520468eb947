package dev.tocsin.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * Answers a stream thread that failed: its transaction is undone and a new thread does the work again, so nothing is
 * lost; but when threads keep failing, the client stops and alerts is not ready.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(ThreadReplacement.class);

    private final int most;
    private final Duration window;
    private final InstantSource clock;
    private final Deque<Instant> failures = new ArrayDeque<>();

    ThreadReplacement(int most, Duration window, InstantSource clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable error) {
        var now = clock.instant();
        failures.removeIf(at -> at.isBefore(now.minus(window)));
        failures.add(now);
        if (failures.size() <= most) {
            LOG.errorf(error, "stream thread is replaced failures=%d error=\"%s\"", failures.size(), error);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.errorf(error, "streams stop, threads keep failing failures=%d error=\"%s\"", failures.size(), error);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
