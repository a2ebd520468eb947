package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A client that pushes so many articles a second whatever happens, and repeats each push until it is accepted: the ids
 * make a repeat harmless.
 */
final class SteadyLoad implements AutoCloseable {
    /** Articles a push. */
    static final int BATCH = 20;
    /** What came to a halt together must not come back together. */
    private static final int PUSHES_AT_ONCE = 8;

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Supplier<Api> api;
    private final Articles articles;
    private final int rate;
    private final int oneOfATopicIn;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(PUSHES_AT_ONCE, true);
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicLong repeats = new AtomicLong();
    private final AtomicLong offered = new AtomicLong();
    private Future<?> offering = CompletableFuture.completedFuture(null);

    private SteadyLoad(Supplier<Api> api, Articles articles, int rate, int oneOfATopicIn) {
        this.api = api;
        this.articles = articles;
        this.rate = rate;
        this.oneOfATopicIn = oneOfATopicIn;
    }

    /**
     * @param api asked for anew with each attempt, because a stack that was started again listens elsewhere
     * @param rate articles a second
     */
    static SteadyLoad begin(Supplier<Api> api, Articles articles, int rate, int oneOfATopicIn) {
        var load = new SteadyLoad(api, articles, rate, oneOfATopicIn);
        load.offering =
                load.clock.scheduleAtFixedRate(load::offer, 0, 1_000_000L * BATCH / rate, TimeUnit.MICROSECONDS);
        return load;
    }

    private void offer() {
        var batch = articles.mixed(BATCH, oneOfATopicIn);
        offered.addAndGet(batch.size());
        clients.submit(() -> push(batch));
    }

    private void push(List<Map<String, Object>> batch) {
        try {
            if (attempt(batch)) {
                batch.forEach(article -> accepted.add((String) article.get("externalId")));
            } else {
                repeats.incrementAndGet();
                clock.schedule(() -> clients.submit(() -> push(batch)), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt(List<Map<String, Object>> batch) throws InterruptedException {
        room.acquire();
        try {
            return api.get().post("/api/articles", batch).status() == 202;
        } catch (IOException | IllegalStateException e) {
            // nobody listens now, or nobody knows where
            return false;
        } finally {
            room.release();
        }
    }

    /** The external ids of what was accepted. */
    Set<String> accepted() {
        return accepted;
    }

    /** Attempts that had to be made again. */
    long repeats() {
        return repeats.get();
    }

    /** Articles that were offered and not yet accepted. */
    long waiting() {
        return offered.get() - accepted.size();
    }

    /** Returns when as much more is accepted as is offered in such a time. */
    void awaitMore(Duration worth) {
        long before = accepted.size();
        await().atMost(PATIENCE).until(() -> accepted.size() - before >= rate * worth.toSeconds());
    }

    /** Offers no more, and returns when all that was offered is accepted. */
    void finish() {
        offering.cancel(false);
        await().atMost(PATIENCE).until(() -> accepted.size() == offered.get());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clients.shutdownNow();
    }
}
