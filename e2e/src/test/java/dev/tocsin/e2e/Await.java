package dev.tocsin.e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waiting outside of tests, where what does not come is told in the bench's own words. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Await() {}

    /**
     * Returns when the condition holds.
     *
     * @param otherwise what to say where it does not in time
     * @throws IllegalStateException if it does not in time
     */
    static void until(Duration patience, Callable<Boolean> condition, Supplier<String> otherwise) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise.get());
            }
            Thread.sleep(PAUSE);
        }
    }
}
