package dev.tocsin.notify;

import com.mongodb.MongoException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The one place that waits for a store that is down; when it gives up, the alert stays unacknowledged. */
@Singleton
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Duration limit;

    @Inject
    Patience(NotifyConfig config) {
        limit = config.storePatience();
    }

    /**
     * Runs a step until it succeeds.
     *
     * @throws MongoException of the last attempt, when the limit is reached
     */
    void with(String what, Runnable step) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                step.run();
                return;
            } catch (MongoException e) {
                if (System.nanoTime() + PAUSE.toNanos() > end) {
                    throw e;
                }
                LOG.warnf("store is down, tried again in %s: %s error=%s", PAUSE, what, e.getMessage());
                pause(e);
            }
        }
    }

    private static void pause(MongoException cause) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}
