package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.Rebase;
import dev.tocsin.ingest.lists.BadListException;
import dev.tocsin.ingest.lists.FeedListFile;
import dev.tocsin.ingest.lists.ListedFeed;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Gatherers;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes over the lists that the operator names. A wrong one ends the start before anything is polled. */
@ApplicationScoped
class FeedListStart {
    /** What the list said last, beside the settings, to tell what people changed since. */
    private static final String LISTED = "listed";

    private final MongoCollection<Document> feeds;
    private final DeletedFeeds deleted;
    private final Poller poller;
    private final IngestConfig config;
    private final FeedForm form;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);

    FeedListStart(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            DeletedFeeds deleted,
            Poller poller,
            IngestConfig config,
            FeedForm form,
            InstantSource clock) {
        this.feeds = client.getDatabase(database).getCollection("feeds");
        this.deleted = deleted;
        this.poller = poller;
        this.config = config;
        this.form = form;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) throws BadListException {
        var listed = new ArrayList<ListedFeed>();
        for (var file : config.feedLists().orElse(List.of())) {
            listed.addAll(FeedListFile.read(Path.of(file.strip()), form));
        }
        if (!listed.isEmpty()) {
            Thread.ofVirtual().name("feed-lists").start(() -> takeOver(listed));
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping.countDown();
    }

    /** As soon as the store is there. */
    private void takeOver(List<ListedFeed> listed) {
        try {
            do {
                try {
                    int added = apply(listed, clock.instant());
                    Log.infof("feeds listed=%d added=%d", listed.size(), added);
                    poller.wake();
                    return;
                } catch (MongoException e) {
                    Log.warnf("lists wait for the store error=%s", e.getMessage());
                }
            } while (!stopping.await(config.tick().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Adds what is new, brings the list's new words to the rest, and leaves deleted what people deleted. */
    int apply(List<ListedFeed> listed, Instant at) {
        var now = at.truncatedTo(ChronoUnit.MILLIS);
        return listed.stream()
                .gather(Gatherers.windowFixed(FeedCatalog.BATCH))
                .mapToInt(batch -> applyBatch(batch, now))
                .sum();
    }

    private int applyBatch(List<ListedFeed> batch, Instant now) {
        var ids = batch.stream().map(l -> l.address().id()).toList();
        var known = new HashMap<String, Document>();
        feeds.find(in("_id", ids))
                .projection(Projections.include("settings", LISTED))
                .forEach(d -> known.put(d.getString("_id"), d));
        Set<String> gone = deleted.among(ids);
        var fresh = new HashMap<String, Document>();
        for (var feed : batch) {
            var id = feed.address().id();
            var there = known.get(id);
            if (there != null) {
                rebase(id, there, feed.settings());
            } else if (!gone.contains(id)) {
                fresh.put(
                        id,
                        FeedDocument.of(new Feed(feed.address(), feed.settings(), FeedStatus.unknown(now), now))
                                .append(LISTED, FeedDocument.of(feed.settings())));
            }
        }
        if (!fresh.isEmpty()) {
            feeds.insertMany(List.copyOf(fresh.values()));
        }
        return fresh.size();
    }

    private void rebase(String id, Document there, FeedSettings listedNow) {
        var listed = there.get(LISTED, Document.class);
        var before = listed == null ? FeedSettings.STANDARD : FeedDocument.settings(listed);
        if (listed != null && before.equals(listedNow)) {
            return;
        }
        var mine = FeedDocument.settings(there.get("settings", Document.class));
        feeds.updateOne(
                eq("_id", id),
                Updates.combine(
                        Updates.set("settings", FeedDocument.of(new Rebase(before, listedNow, mine).settings())),
                        Updates.set(LISTED, FeedDocument.of(listedNow))));
    }
}
