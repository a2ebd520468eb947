package dev.tocsin.ingest;

import dev.tocsin.ingest.polite.HostGate;
import java.util.concurrent.Semaphore;

/**
 * Room for polls. Only so many ask their feeds at once; one whose feed has answered makes room for the next, while its
 * articles wait for their pages, which takes seconds: each host wants to be asked slowly.
 */
final class PollSlots {
    /** Polls whose articles wait, for each that asks. */
    private static final int WAITING = 4;

    private final Semaphore asking;
    private final Semaphore waiting;

    PollSlots(int asking) {
        this.asking = new Semaphore(asking);
        this.waiting = new Semaphore(WAITING * asking);
    }

    int free() {
        return asking.availablePermits();
    }

    /** Blocks until there is room. @param pass through the feed's host's gate, closed with its answer */
    Slot take(HostGate.Pass pass) {
        asking.acquireUninterruptibly();
        return new Slot(pass);
    }

    /** One poll's, and its thread's alone. */
    final class Slot implements AutoCloseable {
        private final HostGate.Pass pass;
        private Semaphore held = asking;

        private Slot(HostGate.Pass pass) {
            this.pass = pass;
        }

        /** The feed's server has nothing to do with what comes now. */
        void answered() {
            pass.close();
            if (held == asking && waiting.tryAcquire()) {
                asking.release();
                held = waiting;
            }
        }

        @Override
        public void close() {
            pass.close();
            held.release();
        }
    }
}
