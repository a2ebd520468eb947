package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.tocsin.archive.pace.Minutes;
import dev.tocsin.archive.pace.PaceView;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * The pace of the last hour, of all replicas together: each adds what it counted to the document of its minute every few
 * seconds. Figures, not news: those of the last seconds go with a process that is killed.
 */
@Startup
@Singleton
final class Pace {
    private static final int SECONDS = 2;

    private final Minutes minutes;
    private final MongoCollection<BsonDocument> collection;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("pace").unstarted(this::run);

    Pace(MongoClient client, ArchiveConfig config, InstantSource clock, Measures measures) {
        this.minutes = new Minutes(measures::took);
        this.collection = client.getDatabase(config.database()).getCollection("minutes", BsonDocument.class);
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        thread.join(java.time.Duration.ofSeconds(2));
    }

    void articles(List<ClassifiedArticle> articles) {
        var now = clock.instant();
        minutes.count(now, Channel.ARTICLES_CLASSIFIED.slug(), articles.size());
        minutes.articles(now, articles);
    }

    void alerts(List<Alert> alerts) {
        var now = clock.instant();
        minutes.count(now, Channel.ALERTS.slug(), alerts.size());
        minutes.alerts(now, alerts);
    }

    void count(Channel channel, int messages) {
        minutes.count(clock.instant(), channel.slug(), messages);
    }

    /** @param window minutes over which stages are told */
    PaceView view(int window) {
        var now = clock.instant();
        var counted = new HashMap<Instant, Map<String, Long>>();
        collection
                .find(gte(Fields.ID, PaceView.first(now).toString()))
                .forEach(document ->
                        counted.put(Instant.parse(document.getString(Fields.ID).getValue()), counts("", document)));
        return PaceView.of(now, window, counted);
    }

    private static Map<String, Long> counts(String path, BsonDocument document) {
        var counts = new HashMap<String, Long>();
        document.forEach((name, value) -> {
            if (value.isDocument()) {
                counts.putAll(counts(path + name + ".", value.asDocument()));
            } else if (value.isNumber()) {
                counts.put(path + name, value.asNumber().longValue());
            }
        });
        return counts;
    }

    private void run() {
        try {
            while (!stopping.await(SECONDS, TimeUnit.SECONDS)) {
                flush();
            }
            flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush() {
        var drained = minutes.drain();
        if (drained.isEmpty()) {
            return;
        }
        try {
            drained.forEach(this::add);
            collection.deleteMany(lt(Fields.ID, PaceView.first(clock.instant()).toString()));
        } catch (MongoException | IllegalStateException e) {
            // the second: the client was closed, because the archive stops
            Log.warnf("pace not written error=%s", e.getMessage());
        }
    }

    private void add(Instant minute, Map<String, Long> counts) {
        var increments = counts.entrySet().stream()
                .<Bson>map(c -> Updates.inc(c.getKey(), c.getValue()))
                .toList();
        collection.updateOne(
                eq(Fields.ID, minute.toString()), Updates.combine(increments), new UpdateOptions().upsert(true));
    }
}
