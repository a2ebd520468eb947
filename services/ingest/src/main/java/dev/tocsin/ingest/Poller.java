package dev.tocsin.ingest;

import com.mongodb.MongoException;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.polite.DueQueue;
import dev.tocsin.ingest.polite.HostGate;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The loop that looks for due feeds of this replica's hosts, lets them wait for their hosts, claims those whose turn it is
 * and polls each on a virtual thread of its own, so many at a time.
 */
@ApplicationScoped
class Poller {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** While feeds wait, claims are gathered for so long: a claim of many costs little more than a claim of one. */
    private static final Duration GATHERING = Duration.ofMillis(20);
    /** A claim that is older when its poll begins was slept over: somebody else may be at it. */
    private static final Duration CLAIM_HOLDS = Duration.ofSeconds(20);

    /** Thousands of feeds may be added one after the other; not each is looked for by itself. */
    private static final Duration SOONEST_LOOK = Duration.ofMillis(50);

    private static final int MOST_WAITING = 2_000;
    private static final int MOST_OF_A_HOST = 50;

    private final FeedStore store;
    private final FeedClaims claims;
    private final Replicas replicas;
    private final PollRecords records;
    private final FeedPoll poll;
    private final WebSub hubs;
    private final IngestConfig config;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final List<FeedAddress> configured;
    private final DueQueue queue;
    private final PollSlots slots;
    private final Semaphore wakes = new Semaphore(0);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());
    private volatile boolean running = true;
    private volatile boolean lookNow = true;
    private boolean storeDown;
    private Instant looked = Instant.EPOCH;
    private Instant counted = Instant.EPOCH;

    Poller(
            FeedStore store,
            FeedClaims claims,
            Replicas replicas,
            PollRecords records,
            FeedPoll poll,
            WebSub hubs,
            HostGate gate,
            IngestConfig config,
            IngestMetrics metrics,
            InstantSource clock) {
        this.store = store;
        this.claims = claims;
        this.replicas = replicas;
        this.records = records;
        this.poll = poll;
        this.hubs = hubs;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.configured = configured(config);
        this.queue = new DueQueue(gate, MOST_OF_A_HOST);
        this.slots = new PollSlots(config.concurrentPolls());
    }

    void start(@Observes StartupEvent start) {
        threads.execute(this::run);
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        running = false;
        wake();
        threads.shutdown();
        if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
        replicas.leave();
    }

    /** Looks for due feeds now rather than with the next tick. */
    void wake() {
        lookNow = true;
        wakes.release();
    }

    private void run() {
        try {
            while (running && withStore(this::configure).isEmpty()) {
                rest(config.tick());
            }
            while (running) {
                var begun = withStore(this::round);
                boolean busy = begun.isPresent() && queue.size() > 0;
                rest(busy || lookNow ? GATHERING : config.tick());
            }
        } catch (RejectedExecutionException e) {
            Log.debugf("claims left to end by themselves error=%s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest(Duration longest) throws InterruptedException {
        if (wakes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }

    /** Looks, where it is time to, and begins what there is room for. */
    private int round() {
        var now = clock.instant();
        count(now);
        look(now);
        var ready = queue.take(slots.free());
        if (ready.isEmpty()) {
            return 0;
        }
        List<Claim> mine = List.of();
        try {
            mine = claims.claim(ready, clock.instant());
        } finally {
            if (mine.isEmpty()) {
                ready.forEach(one -> one.pass().close());
            }
        }
        for (var claim : mine) {
            var slot = slots.take(claim.pass());
            threads.execute(() -> pollAndRelease(claim, slot));
        }
        return mine.size();
    }

    private void look(Instant now) {
        boolean putBack = now.isBefore(looked);
        boolean due = putBack || !now.isBefore(looked.plus(lookNow ? SOONEST_LOOK : config.tick()));
        if (!due || queue.size() >= MOST_WAITING) {
            return;
        }
        lookNow = false;
        var share = replicas.share(now);
        if (!share.slots().isEmpty()) {
            queue.offer(claims.due(now, share, queue.crowded(), 2 * MOST_WAITING));
        }
        looked = clock.instant();
    }

    private void count(Instant now) {
        if (now.isBefore(counted) || now.isAfter(counted.plus(COUNT_EVERY))) {
            metrics.feeds(store.countByState());
            counted = now;
        }
    }

    private void pollAndRelease(Claim claim, PollSlots.Slot slot) {
        try (slot) {
            boolean fresh = clock.instant().isBefore(claim.at().plus(CLAIM_HOLDS));
            if (fresh && !claim.feed().settings().paused()) {
                var feed = claim.feed();
                records.write(new FeedClaims.Done(claim.turn(), feed.status(), polled(feed, slot::answered)));
            }
        } catch (MongoException e) {
            // The claim ends with the feed's interval, and then the feed is asked again.
            Log.warnf("poll abandoned feed=%s error=%s", claim.feed().id(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FeedStatus polled(Feed feed, Runnable answered) {
        try {
            return poll.poll(feed, answered);
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            Log.errorf(e, "poll broke feed=%s", feed.id());
            return poll.broken(feed, e);
        }
    }

    /** The one place where the poller waits for the store: what fails is tried again with the next tick. */
    private <T> Optional<T> withStore(Supplier<T> work) {
        try {
            var result = Optional.of(work.get());
            if (storeDown) {
                Log.info("store is back");
                storeDown = false;
            }
            return result;
        } catch (MongoException e) {
            if (!storeDown) {
                Log.warnf("store is down error=%s", e.getMessage());
                storeDown = true;
            }
            return Optional.empty();
        }
    }

    private boolean configure() {
        var now = clock.instant();
        claims.prepare();
        hubs.prepare();
        store.configure(
                configured.stream()
                        .map(a -> new Feed(a, FeedSettings.CONFIGURED, FeedStatus.unknown(now), now))
                        .toList(),
                now);
        return true;
    }

    private static List<FeedAddress> configured(IngestConfig config) {
        try {
            return config.feeds().orElse(List.of()).stream()
                    .map(text -> FeedAddress.ofConfiguration(text, Path.of("")))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tocsin.ingest.feeds: " + e.getMessage(), e);
        }
    }
}
