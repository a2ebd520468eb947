package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.ingest.edit.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A channel that acknowledges when the test says so: at once, on demand, or never. */
public final class FakeOutlet implements ArticleOutlet {
    public final List<String> sent = new CopyOnWriteArrayList<>();
    public final List<FetchedArticle> articles = new CopyOnWriteArrayList<>();
    public final Map<String, Wording> carried = new ConcurrentHashMap<>();
    public final Set<String> refused = ConcurrentHashMap.newKeySet();
    public volatile boolean down;
    private final List<CompletableFuture<Place>> held = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, CountDownLatch> arrivals = new ConcurrentHashMap<>();
    private volatile boolean holding;

    @Override
    public void awaitReady() throws OutletDownException {
        if (down) {
            throw new OutletDownException("the channel is down", new IllegalStateException());
        }
    }

    @Override
    public CompletableFuture<Place> send(FetchedArticle article, @Nullable Wording carried, TraceParent trace) {
        Optional.ofNullable(carried).ifPresent(words -> this.carried.put(article.id(), words));
        sent.add(article.id());
        articles.add(article);
        var acknowledged = new CompletableFuture<Place>();
        if (refused.contains(article.id())) {
            acknowledged.completeExceptionally(new IllegalStateException("refused"));
        } else if (holding) {
            held.add(acknowledged);
        } else {
            acknowledged.complete(new Place(0, 0));
        }
        arrival(article.id()).countDown();
        return acknowledged;
    }

    void hold() {
        holding = true;
    }

    void awaitSent(String id) throws InterruptedException {
        arrival(id).await();
    }

    void acknowledgeAll() {
        holding = false;
        held.forEach(f -> f.complete(new Place(0, 0)));
    }

    void failAll() {
        holding = false;
        held.forEach(f -> f.completeExceptionally(new IllegalStateException("not acknowledged")));
    }

    private CountDownLatch arrival(String id) {
        return arrivals.computeIfAbsent(id, i -> new CountDownLatch(1));
    }
}
