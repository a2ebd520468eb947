package dev.tocsin.ingest;

import com.mongodb.MongoException;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The loop that finds feeds that are due and polls each on a virtual thread of its own, so many at a time. */
@ApplicationScoped
class Poller {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final FeedStore store;
    private final FeedPoll poll;
    private final IngestConfig config;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final List<FeedAddress> configured;
    private final Semaphore slots;
    private final Semaphore wakes = new Semaphore(0);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());
    private volatile boolean running = true;
    private boolean storeDown;
    private Instant counted = Instant.EPOCH;

    Poller(FeedStore store, FeedPoll poll, IngestConfig config, IngestMetrics metrics, InstantSource clock) {
        this.store = store;
        this.poll = poll;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.configured = configured(config);
        this.slots = new Semaphore(config.concurrentPolls());
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
    }

    /** Looks for due feeds now rather than with the next tick. */
    void wake() {
        wakes.release();
    }

    private void run() {
        try {
            while (running && withStore(this::configure).isEmpty()) {
                rest();
            }
            while (running) {
                slots.acquire();
                var due = withStore(this::claim).flatMap(feed -> feed);
                if (due.isEmpty() || !running) {
                    slots.release();
                    rest();
                } else {
                    threads.execute(() -> pollAndRelease(due.get()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest() throws InterruptedException {
        if (wakes.tryAcquire(config.tick().toMillis(), TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }

    private void pollAndRelease(Feed feed) {
        try {
            store.record(feed.id(), polled(feed));
        } catch (MongoException e) {
            // The lease ends by itself, and then the feed is asked again.
            Log.warnf("poll abandoned feed=%s error=%s", feed.id(), e.getMessage());
        } finally {
            slots.release();
            wake();
        }
    }

    private FeedStatus polled(Feed feed) {
        try {
            return poll.poll(feed);
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
        store.configure(
                configured.stream()
                        .map(a -> new Feed(a, FeedSettings.CONFIGURED, FeedStatus.unknown(now), now))
                        .toList(),
                now);
        return true;
    }

    private Optional<Feed> claim() {
        var now = clock.instant();
        if (now.isAfter(counted.plus(COUNT_EVERY))) {
            metrics.feeds(store.countByState());
            counted = now;
        }
        return store.claim(now, now.plus(config.fetch().totalTimeout()).plus(LEASE_MARGIN));
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
