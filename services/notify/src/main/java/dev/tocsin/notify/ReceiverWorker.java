package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Attempt;
import dev.tocsin.notify.delivery.Circuit;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.delivery.RetrySchedule;
import dev.tocsin.notify.delivery.Turn;
import dev.tocsin.notify.delivery.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to one receiver, on a thread of its own, so that a slow or dead receiver holds up nobody else. What is to be
 * delivered stands in the store; a worker that dies is followed by one that finds it there.
 */
final class ReceiverWorker implements Runnable {
    private static final Logger LOG = Logger.getLogger(ReceiverWorker.class);

    /** Deliveries looked at together. A receiver with so many in back-off is down: the rest wait without harm. */
    private static final int WINDOW = 500;

    private final Receiver receiver;
    private final RetrySchedule schedule;
    private final Circuit.Policy policy;
    private final DeliveryStore store;
    private final Sender sender;
    private final OwedLetters letters;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Duration lease;
    private final Duration idle;
    /** No delivery waits for more between two attempts. */
    private final Duration longest;

    private final BlockingQueue<Boolean> alarm = new ArrayBlockingQueue<>(1);
    private volatile boolean open = true;
    private volatile Health health = Health.NEW;

    /** @param parts what all workers share */
    ReceiverWorker(Receiver receiver, Parts parts) {
        this.receiver = receiver;
        schedule = parts.schedule();
        policy = parts.circuit();
        store = parts.store();
        sender = parts.sender();
        letters = new OwedLetters(parts.store(), parts.deadLetters());
        metrics = parts.metrics();
        clock = parts.clock();
        lease = parts.lease();
        idle = parts.idle();
        longest = lease.compareTo(schedule.maxDelay()) > 0 ? lease : schedule.maxDelay();
    }

    /**
     * What all workers share.
     *
     * @param lease how long a claimed delivery is left alone; longer than any attempt
     * @param idle the longest pause between two looks at the store
     */
    record Parts(
            RetrySchedule schedule,
            Circuit.Policy circuit,
            DeliveryStore store,
            Sender sender,
            DeadLetters deadLetters,
            DeliveryMetrics metrics,
            Clock clock,
            Duration lease,
            Duration idle) {}

    /**
     * How the receiver does, since the start of this process.
     *
     * @param error of the last failure
     */
    record Health(
            Circuit circuit, @Nullable Instant lastSuccess, @Nullable Instant lastFailure, @Nullable String error) {
        static final Health NEW = new Health(Circuit.CLOSED, null, null, null);

        Health after(Outcome outcome, Circuit.Policy policy, Instant now) {
            var next = circuit.after(outcome, policy, now);
            return switch (outcome) {
                case Outcome.Delivered delivered -> new Health(next, now, lastFailure, error);
                case Outcome.Retryable failed -> new Health(next, lastSuccess, now, failed.reason());
                case Outcome.Refused refused -> new Health(next, lastSuccess, now, refused.reason());
            };
        }
    }

    Receiver receiver() {
        return receiver;
    }

    Health health() {
        return health;
    }

    /** Says that there may be something to deliver. */
    void wake() {
        alarm.offer(true);
    }

    /** Ends the worker after the attempt it is at. */
    void close() {
        open = false;
        wake();
    }

    @Override
    public void run() {
        try {
            while (open) {
                alarm.poll(pass().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Delivers all that is due; returns how long to pause. */
    Duration pass() {
        try {
            letters.write(store.lettersOwed(receiver.id()));
            return deliverDue();
        } catch (RuntimeException e) {
            // the store or the broker is down: nothing is lost, and their health checks say so
            LOG.errorf("worker pauses receiver=%s error=%s", receiver.id(), e.toString());
            return idle;
        }
    }

    private Duration deliverDue() {
        var window = store.waiting(receiver.id(), WINDOW);
        boolean more = window.size() == WINDOW;
        metrics.pending(receiver.id(), more ? store.pending(receiver.id()) : window.size());
        while (open) {
            var now = clock.instant();
            var until = health.circuit().leftAlone(policy, now);
            if (until != null) {
                return shorter(Duration.between(now, until).plusMillis(1), idle);
            }
            switch (Turn.of(window, now, longest)) {
                case Turn.Due(var waiting) -> {
                    window.remove(waiting);
                    var nextTry = attempt(waiting);
                    if (nextTry == null) {
                        metrics.ended(receiver.id());
                    } else {
                        window.add(new Waiting(waiting.key(), waiting.story(), waiting.revision(), nextTry));
                    }
                }
                case Turn.NotBefore(var at) -> {
                    return shorter(Duration.between(now, at).plusMillis(1), idle);
                }
                case Turn.Idle() -> {
                    return more ? Duration.ZERO : idle;
                }
            }
        }
        return Duration.ZERO;
    }

    private void observe(Outcome outcome) {
        var now = clock.instant();
        var before = health.circuit().state(now);
        health = health.after(outcome, policy, now);
        var after = health.circuit().state(now);
        if (after == Circuit.State.OPEN) {
            LOG.warnf("circuit is open receiver=%s error=%s", receiver.id(), health.error());
        } else if (before != after) {
            LOG.infof("circuit is closed receiver=%s", receiver.id());
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Returns when to try again, or null when it is over. */
    private @Nullable Instant attempt(Waiting waiting) {
        var began = clock.instant();
        var until = began.plus(lease);
        var claimed = store.claim(waiting, until);
        if (claimed.isEmpty()) {
            return until;
        }
        var delivery = claimed.get();
        long start = System.nanoTime();
        var outcome = sender.send(receiver, delivery);
        observe(outcome);
        var attempt = Attempt.of(began, outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        metrics.attempt(receiver.id(), outcome);
        return switch (outcome) {
            case Outcome.Delivered delivered -> {
                store.delivered(delivery.key(), attempt);
                metrics.delivered(receiver.id());
                yield null;
            }
            case Outcome.Refused refused -> {
                giveUp(delivery, attempt, refused.reason());
                yield null;
            }
            case Outcome.Retryable retryable -> retry(delivery, attempt, retryable);
        };
    }

    private @Nullable Instant retry(Delivery delivery, Attempt attempt, Outcome.Retryable outcome) {
        int made = delivery.attempts().size() - delivery.spent() + 1;
        double random = ThreadLocalRandom.current().nextDouble();
        return switch (schedule.after(outcome, made, delivery.since(), clock.instant(), random)) {
            case RetrySchedule.Again(var at) -> {
                store.again(delivery.key(), attempt, at);
                LOG.infof(
                        "tried again at %s story=%s receiver=%s error=%s",
                        at, delivery.story(), receiver.id(), outcome.reason());
                yield at;
            }
            case RetrySchedule.GiveUp(var reason) -> {
                giveUp(delivery, attempt, reason);
                yield null;
            }
        };
    }

    private void giveUp(Delivery delivery, Attempt attempt, String reason) {
        store.failed(delivery.key(), attempt, reason);
        metrics.failed(receiver.id());
        LOG.warnf(
                "not delivered story=%s revision=%d receiver=%s error=%s",
                delivery.story(), delivery.revision(), receiver.id(), reason);
        letters.write(delivery, reason);
    }
}
