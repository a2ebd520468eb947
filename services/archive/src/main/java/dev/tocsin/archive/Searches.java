package dev.tocsin.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.index.ArticleIndex;
import dev.tocsin.archive.index.Hits;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.archive.search.Search;
import dev.tocsin.archive.view.ResultView;
import dev.tocsin.contracts.Json;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers searches: asks the index, a few at a time so that their memory is bounded, and shows what it finds as the store has it. What
 * the store has no more is left out, and taken out of the index.
 */
@Singleton
final class Searches {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 64;

    private final SearchIndex index;
    private final StoredArticles articles;
    private final Store store;
    // threads of the platform's: analyzers keep what they need for each
    private final ExecutorService threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("search-", 0).daemon().factory());

    Searches(SearchIndex index, StoredArticles articles, Store store) {
        this.index = index;
        this.articles = articles;
        this.store = store;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * {@code {items, nextCursor, total {value, relation}, complete}}, with {@code facets} where they are asked for and
     * {@code index} where it is not complete.
     */
    ObjectNode answer(Parameters parameters) {
        var search = Search.of(parameters);
        var open = index.index()
                .orElseThrow(() -> new NoSearchException("the search cannot be used now: "
                        + (index.state().reason() == null
                                ? "it starts"
                                : index.state().reason())));
        var hits = run(open, search, among(search.filters().story()));
        var ids = hits.hits().stream().map(Hits.Hit::id).toList();
        var found = articles.find(ids);
        index.delete(ids.stream().filter(id -> !found.containsKey(id)).toList());

        var answer = Json.mapper().createObjectNode();
        var items = answer.putArray("items");
        for (var hit : hits.hits()) {
            var stored = found.get(hit.id());
            if (stored != null) {
                items.add(ResultView.item(hit, stored.entry(), stored.excerpt()));
            }
        }
        answer.put("nextCursor", hits.next() == null ? null : hits.next().write(search.scope()));
        answer.putObject("total").put("value", hits.total()).put("relation", hits.exact() ? "eq" : "gte");
        var state = index.state();
        answer.put("complete", state.complete());
        if (!state.complete()) {
            answer.putPOJO("index", state);
        }
        if (search.facets()) {
            answer.set("facets", Json.mapper().valueToTree(hits.facets()));
        }
        return answer;
    }

    private Hits run(ArticleIndex open, Search search, @Nullable Collection<String> among) {
        try {
            return threads.submit(() -> open.search(search, among)).get();
        } catch (RejectedExecutionException e) {
            throw new NoSearchException("too many searches wait already; try again in a few seconds");
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException cause -> cause;
                case IOException cause -> new UncheckedIOException(cause);
                default -> new IllegalStateException(e.getCause());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoSearchException("the archive stops");
        }
    }

    private @Nullable Collection<String> among(@Nullable String story) {
        if (story == null) {
            return null;
        }
        var ids = new HashSet<String>();
        store.story(story).ifPresent(s -> s.path("origins")
                .forEach(origin -> origin.path("articles").forEach(id -> ids.add(id.asText()))));
        return ids;
    }
}
