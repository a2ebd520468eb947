package dev.tocsin.ingest.polite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many requests at a time through to each host, and each only some time after the one before. Nobody, the
 * host without a name, is not guarded.
 */
public final class HostGate {
    /** A request that was let through; closing it makes room for the next. */
    public final class Pass implements AutoCloseable {
        private final String host;
        private boolean used;

        private Pass(String host) {
            this.host = host;
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    /** Hosts from which on those without visits are forgotten. */
    private static final int MANY = 4_096;

    private static final class Visits {
        private final Condition left;
        private int inside;
        private int waiting;
        private Instant next = Instant.EPOCH;

        Visits(Condition left) {
            this.left = left;
        }

        boolean isOver(Instant now) {
            return inside == 0 && waiting == 0 && !next.isAfter(now);
        }
    }

    private final InstantSource clock;
    private final int atOnce;
    private final Duration delay;
    private final Map<String, Visits> hosts = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    /** Each tidying doubles it over what was kept, so that many hosts in use are not looked through for each request. */
    private int tidyBeyond = MANY;

    /**
     * @param clock of which only the difference of two times counts
     * @param atOnce requests of a host at the same time
     * @param delay from the beginning of one to the beginning of the next
     */
    public HostGate(InstantSource clock, int atOnce, Duration delay) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.delay = delay;
    }

    /** Empty where the host has to wait. */
    public Optional<Pass> tryEnter(String host) {
        lock.lock();
        try {
            return Optional.ofNullable(enterOpen(host, delay));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for its turn.
     *
     * @param apart the host's own wish for the time between two requests, where it is longer than ours
     * @param patience the longest wait
     * @return empty where patience ended first
     */
    public Optional<Pass> enter(String host, Duration apart, Duration patience) throws InterruptedException {
        var end = clock.instant().plus(patience);
        lock.lock();
        var visits = visits(host);
        visits.waiting++;
        try {
            while (true) {
                var pass = enterOpen(host, apart.compareTo(delay) > 0 ? apart : delay);
                var now = clock.instant();
                if (pass != null || !now.isBefore(end)) {
                    return Optional.ofNullable(pass);
                }
                var until = visits.inside < atOnce && visits.next.isBefore(end) ? visits.next : end;
                long nanos = Math.max(1, Duration.between(now, until).toNanos());
                visits.left.awaitNanos(nanos);
            }
        } finally {
            visits.waiting--;
            lock.unlock();
        }
    }

    /** Nobody gets through to the host for so long: it asked for patience. */
    public void hold(String host, Duration wait) {
        lock.lock();
        try {
            var until = clock.instant().plus(wait);
            var visits = visits(host);
            visits.next = until.isAfter(visits.next) ? until : visits.next;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Pass enterOpen(String host, Duration apart) {
        if (host.isEmpty()) {
            return new Pass(host);
        }
        var now = clock.instant();
        var visits = visits(host);
        if (visits.inside >= atOnce || visits.next.isAfter(now)) {
            return null;
        }
        visits.inside++;
        visits.next = now.plus(apart);
        return new Pass(host);
    }

    private Visits visits(String host) {
        if (hosts.size() > tidyBeyond) {
            var now = clock.instant();
            hosts.values().removeIf(visits -> visits.isOver(now));
            tidyBeyond = Math.max(MANY, 2 * hosts.size());
        }
        return hosts.computeIfAbsent(host, h -> new Visits(lock.newCondition()));
    }

    private void leave(Pass pass) {
        lock.lock();
        try {
            var visits = hosts.get(pass.host);
            if (!pass.used && visits != null) {
                pass.used = true;
                visits.inside--;
                visits.left.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
