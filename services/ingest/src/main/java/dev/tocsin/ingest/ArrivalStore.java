package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.tocsin.ingest.coverage.Arrivals;
import dev.tocsin.ingest.coverage.Hours;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The collection {@code arrivals}: one document a feed, which counts its new articles by day and hour. Only hours that
 * had one are there, and days that nobody judges by any more are taken out.
 */
@ApplicationScoped
class ArrivalStore implements Arrivals {
    private static final String DAYS = "days";
    private static final int PER_DAY = 24;

    private final MongoCollection<Document> arrivals;

    ArrivalStore(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.arrivals = client.getDatabase(database).getCollection("arrivals");
    }

    @Override
    public void arrived(String feed, int count, Instant at) {
        long hour = Hours.hour(at);
        arrivals.updateOne(
                eq("_id", feed),
                Updates.inc(DAYS + "." + hour / PER_DAY + "." + hour % PER_DAY, count),
                new UpdateOptions().upsert(true));
    }

    /** Of those among the feeds that ever sent anything. */
    Map<String, Hours> of(Collection<String> feeds, Instant now) {
        var found = new HashMap<String, Hours>();
        arrivals.find(in("_id", feeds))
                .batchSize(feeds.size() + 1)
                .forEach(d -> found.put(d.getString("_id"), hours(d, now)));
        return found;
    }

    /** Of every feed that ever sent anything, one at a time. */
    void each(Instant now, BiConsumer<String, Hours> sink) {
        arrivals.find().batchSize(FeedCatalog.BATCH).forEach(d -> sink.accept(d.getString("_id"), hours(d, now)));
    }

    /** Takes out the days that are older than what {@link Hours} holds. */
    void prune(Instant now) {
        long oldest = Hours.upTo(now).first() / PER_DAY;
        arrivals.find().batchSize(FeedCatalog.BATCH).forEach(d -> {
            List<Bson> old = d.get(DAYS, new Document()).keySet().stream()
                    .filter(day -> Long.parseLong(day) < oldest)
                    .map(day -> Updates.unset(DAYS + "." + day))
                    .toList();
            if (!old.isEmpty()) {
                arrivals.updateOne(eq("_id", d.getString("_id")), Updates.combine(old));
            }
        });
    }

    void forget(Collection<String> feeds) {
        arrivals.deleteMany(in("_id", feeds));
    }

    private static Hours hours(Document document, Instant now) {
        var hours = Hours.upTo(now);
        document.get(DAYS, new Document()).forEach((day, counts) -> {
            if (counts instanceof Document d) {
                d.forEach((hour, count) ->
                        hours.add(Long.parseLong(day) * PER_DAY + Long.parseLong(hour), ((Number) count).intValue()));
            }
        });
        return hours;
    }
}
