package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collection {@code feeds}. */
@ApplicationScoped
class FeedStore {
    private final MongoCollection<Document> feeds;

    FeedStore(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.feeds = client.getDatabase(database).getCollection("feeds");
    }

    /**
     * Takes over the configuration: its feeds are there and trusted, and no other feed is trusted. One that failed is due,
     * for whoever starts a service has perhaps mended what was wrong.
     */
    void configure(Collection<Feed> configured, Instant now) {
        feeds.createIndex(Indexes.ascending("createdAt", "_id"));
        for (var feed : configured) {
            var document = FeedDocument.of(feed);
            var id = document.remove("_id");
            feeds.updateOne(eq("_id", id), new Document("$setOnInsert", document), new UpdateOptions().upsert(true));
            feeds.updateOne(eq("_id", id), Updates.set("settings.configured", true));
            feeds.updateOne(
                    and(eq("_id", id), eq("status.state", FeedState.FAILING.label())),
                    Updates.set("status.nextTry", Date.from(now)));
        }
        feeds.updateMany(
                and(
                        eq("settings.configured", true),
                        nin("_id", configured.stream().map(Feed::id).toList())),
                Updates.set("settings.configured", false));
    }

    /** False where a feed of this address is there already. */
    boolean add(Feed feed) {
        try {
            feeds.insertOne(FeedDocument.of(feed));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    Optional<Feed> find(String id) {
        return Optional.ofNullable(feeds.find(eq("_id", id)).first()).map(FeedDocument::read);
    }

    /** Writes the settings and makes the feed due, for people want to see what their change does. */
    Optional<Feed> update(String id, FeedSettings settings, Instant now) {
        var updated = feeds.findOneAndUpdate(
                eq("_id", id),
                Updates.combine(
                        Updates.set("settings", FeedDocument.of(settings)),
                        Updates.set("status.nextTry", Date.from(now))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(updated).map(FeedDocument::read);
    }

    Map<FeedState, Long> countByState() {
        var counts = new EnumMap<FeedState, Long>(FeedState.class);
        feeds.aggregate(List.of(Aggregates.group("$status.state", Accumulators.sum("count", 1L))))
                .forEach(d -> counts.put(
                        FeedState.ofLabel(d.getString("_id")),
                        d.get("count", Number.class).longValue()));
        return counts;
    }
}
