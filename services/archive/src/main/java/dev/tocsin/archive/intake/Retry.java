package dev.tocsin.archive.intake;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The one place that waits for a store that is down. It gives up in the end: then somebody else must see to it. */
public final class Retry {
    /** Lets time pass. */
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Is told of each failure that is tried again. */
    public interface Listener {
        void failed(int attempt, Duration wait, RuntimeException failure);
    }

    private final Backoff backoff;
    private final Sleeper sleeper;
    private final Predicate<RuntimeException> passing;
    private final Listener listener;

    /** @param passing tells the failures that time may mend from those that it will not */
    public Retry(Backoff backoff, Sleeper sleeper, Predicate<RuntimeException> passing, Listener listener) {
        this.backoff = backoff;
        this.sleeper = sleeper;
        this.passing = passing;
        this.listener = listener;
    }

    /** The result of the first attempt that succeeds; the failure of the last one where none does. */
    public <T> T call(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (attempt >= backoff.attempts() || !passing.test(e)) {
                    throw e;
                }
                var wait = backoff.after(attempt);
                listener.failed(attempt, wait, e);
                pause(wait, e);
            }
        }
    }

    private void pause(Duration wait, RuntimeException failure) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            // the service stops: what was not stored is not acknowledged, and comes again
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
