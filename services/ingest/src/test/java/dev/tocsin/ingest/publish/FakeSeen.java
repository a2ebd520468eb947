package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A memory in memory. */
public final class FakeSeen implements SeenArticles {
    public final Map<String, Instant> marked = new ConcurrentHashMap<>();
    final AtomicInteger questions = new AtomicInteger();
    final AtomicInteger writes = new AtomicInteger();
    volatile boolean breaksOnMark;

    @Override
    public Set<String> among(Collection<String> ids) {
        questions.incrementAndGet();
        var found = new HashSet<>(ids);
        found.retainAll(marked.keySet());
        return found;
    }

    @Override
    public void mark(Collection<FetchedArticle> articles, Instant at) {
        if (breaksOnMark) {
            throw new IllegalStateException("the store is gone");
        }
        writes.incrementAndGet();
        articles.forEach(a -> marked.put(a.id(), at));
    }
}
