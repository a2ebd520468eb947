package dev.tocsin.archive;

import com.mongodb.MongoException;
import dev.tocsin.archive.index.ArticleIndex;
import dev.tocsin.archive.index.Progress;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this replica's search index like the store, on one thread: built from the store where it is missing or too far behind, then
 * following the channel. Whatever fails here, archiving goes on; it says what is wrong, and tries again.
 */
@Startup
@Singleton
final class SearchIndex implements Gone {
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration REFRESH = Duration.ofMillis(400);
    /** Each makes a segment, and many small ones cost their merging: while there is more to read than is read, it may wait. */
    private static final Duration REFRESH_BEHIND = Duration.ofSeconds(3);

    private static final Duration COMMIT = Duration.ofSeconds(20);
    private static final int READ_AT_ONCE = 100;
    private static final double LEAST_SHARE = 0.05;
    private static final int IDS_AT_ONCE = 5_000;

    private final StoredArticles articles;
    private final ArchiveConfig.Index config;
    private final Map<String, Object> broker;
    private final String group;
    private final String topic;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("search-index").daemon().unstarted(this::run);
    private volatile @Nullable ArticleIndex open;
    private volatile IndexState state = IndexState.building(0, 0);
    private volatile boolean changed;

    SearchIndex(
            StoredArticles articles,
            ArchiveConfig.Index config,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group,
            @ConfigProperty(name = "mp.messaging.incoming.articles.topic") String topic) {
        if (!(config.share() >= LEAST_SHARE && config.share() <= 1)) {
            throw new IllegalStateException(
                    "tocsin.archive.index.share is " + config.share() + ", expected " + LEAST_SHARE + " to 1");
        }
        this.articles = articles;
        this.config = config;
        this.broker = broker;
        this.group = group;
        this.topic = topic;
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        thread.join(Duration.ofSeconds(10));
    }

    /** The index, for searches; empty while it cannot be used. */
    Optional<ArticleIndex> index() {
        return Optional.ofNullable(open);
    }

    /** How it is. */
    IndexState state() {
        var now = state;
        var index = open;
        try {
            return index == null ? now : now.sized(index.size(), index.bytes());
        } catch (IOException | RuntimeException e) {
            return now; // it is being closed
        }
    }

    /** Takes articles out that the store has no more. Other replicas learn of it from the channel, or when they find them. */
    @Override
    public void gone(Collection<String> ids) {
        var index = open;
        if (index == null || ids.isEmpty()) {
            return;
        }
        try {
            index.delete(ids);
            changed = true;
        } catch (IOException | RuntimeException e) {
            Log.warnf("articles stay in the search index articles=%d error=%s", ids.size(), e.getMessage());
        }
    }

    private void run() {
        try (var folder = IndexFolder.of(config.dir())) {
            while (!stopped()) {
                try (var index = ArticleIndex.open(folder.path())) {
                    open = index;
                    keep(index, folder);
                } catch (IOException | RuntimeException e) {
                    failed(e);
                } finally {
                    open = null;
                }
                rest();
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(Exception e) {
        if (!stopped()) {
            Log.errorf(e, "the search index cannot be used error=%s", e.getMessage());
            state = IndexState.failed("the index on disk cannot be used: " + e.getMessage());
        }
    }

    private void keep(ArticleIndex index, IndexFolder folder) throws IOException {
        var progress = index.progress().orElse(new Progress(false, Map.of()));
        while (!stopped()) {
            try (var tail = new ChannelTail(broker, group, topic)) {
                if (!progress.complete() || !tail.startAt(progress.positions())) {
                    progress = build(index, tail, folder);
                }
                while (!stopped()) {
                    progress = follow(index, tail, folder);
                    if (tail.hasGrown()) {
                        break;
                    }
                }
            } catch (KafkaException e) {
                stalled("the channel cannot be read: " + e.getMessage());
                rest();
            }
        }
    }

    /** Reads everything that is in the store. What the group acknowledges meanwhile is followed afterwards. */
    private Progress build(ArticleIndex index, ChannelTail tail, IndexFolder folder) throws IOException {
        long of = fromStore(articles::count);
        Log.infof("search index is built articles=%d", of);
        state = IndexState.building(0, of);
        index.clear();
        index.commit(new Progress(false, Map.of()));
        tail.startAtAcknowledged();
        long read = 0;
        String last = null;
        var refreshed = Instant.now();
        while (!stopped()) {
            var after = last;
            var ids = fromStore(() -> articles.idsAfter(after, IDS_AT_ONCE));
            if (ids.isEmpty()) {
                break;
            }
            for (int from = 0; from < ids.size() && !stopped(); from += READ_AT_ONCE) {
                awaitRoom(folder);
                var some = ids.subList(from, Math.min(from + READ_AT_ONCE, ids.size()));
                take(index, some);
                read += some.size();
                state = IndexState.building(read, Math.max(of, read));
                if (refreshed.plus(COMMIT).isBefore(Instant.now())) {
                    index.refresh();
                    refreshed = Instant.now();
                }
            }
            last = ids.getLast();
        }
        var progress = new Progress(!stopped(), tail.positions());
        if (progress.complete()) {
            index.refresh();
            index.commit(progress);
            Log.infof("search index is built read=%d", read);
        }
        return progress;
    }

    /** Follows the channel until the next commit is due. */
    private Progress follow(ArticleIndex index, ChannelTail tail, IndexFolder folder) throws IOException {
        var first = tail.positions();
        var due = Instant.now().plus(COMMIT);
        var refreshed = Instant.EPOCH;
        while (!stopped() && Instant.now().isBefore(due)) {
            awaitRoom(folder);
            var ids = List.copyOf(tail.next());
            for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
                long began = System.nanoTime();
                take(index, ids.subList(from, Math.min(from + READ_AT_ONCE, ids.size())));
                leaveTheRest(System.nanoTime() - began);
            }
            state = IndexState.following(tail.behind());
            var wait = tail.behind() == 0 ? REFRESH : REFRESH_BEHIND;
            if (changed && refreshed.plus(wait).isBefore(Instant.now())) {
                changed = false;
                index.refresh();
                refreshed = Instant.now();
            }
        }
        var progress = new Progress(true, tail.positions());
        if (!progress.positions().equals(first)) {
            index.commit(progress);
        }
        return progress;
    }

    /** Makes the index say of these articles what the store says. */
    private void take(ArticleIndex index, List<String> ids) throws IOException {
        var found = fromStore(() -> articles.find(ids));
        for (var id : ids) {
            var stored = found.get(id);
            if (stored != null) {
                index.put(stored.entry());
            }
        }
        var gone = ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!gone.isEmpty()) {
            index.delete(gone);
        }
        changed = true;
    }

    private <T> T fromStore(Supplier<T> read) {
        while (true) {
            try {
                return read.get();
            } catch (MongoException e) {
                if (stopped()) {
                    throw e;
                }
                stalled("the store does not answer: " + e.getMessage());
                rest();
            }
        }
    }

    /** A full disk would end the index, and merging needs room for a while: it waits until there is some. */
    private void awaitRoom(IndexFolder folder) throws IOException {
        while (!stopped() && folder.room() < config.room().asLongValue()) {
            stalled("the disk of " + folder.path() + " has less than "
                    + config.room().asLongValue() + " bytes left; make room, and it goes on");
            rest();
        }
    }

    /** As long as it takes until what was worked is no more than its share of a core. */
    private void leaveTheRest(long workedNanos) {
        pause((long) (workedNanos * (1 / config.share() - 1)), TimeUnit.NANOSECONDS);
    }

    private void stalled(String why) {
        if (state.state() != IndexState.State.STALLED) {
            Log.warnf("search index stands still error=%s", why);
        }
        state = state.stalled(why);
    }

    private void rest() {
        pause(REST.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Cut short where it is told to stop. */
    private void pause(long time, TimeUnit unit) {
        try {
            stopping.await(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }
}
