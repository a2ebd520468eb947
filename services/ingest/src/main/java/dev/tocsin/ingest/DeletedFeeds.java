package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.tocsin.ingest.feeds.Feed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The collection {@code feeds_deleted}: deleted feeds move here whole, so that a deletion can be taken back, and so that
 * no question about feeds has to leave the deleted ones out. Whatever breaks off in between leaves a feed in both, and
 * then the next deletion or restoration ends it.
 */
@ApplicationScoped
class DeletedFeeds {
    private static final String AT = "deletedAt";
    private static final String LISTED = "listed";
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> feeds;
    private final MongoCollection<Document> deleted;
    private final Duration undo;

    DeletedFeeds(
            MongoClient client,
            IngestConfig config,
            @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.feeds = client.getDatabase(database).getCollection("feeds");
        this.deleted = client.getDatabase(database).getCollection("feeds_deleted");
        this.undo = config.undo();
    }

    /** A feed that is gone, until when it can come back. */
    record Deleted(Feed feed, Instant at, Instant until) {}

    /** Deletes those that are there; gives their ids. */
    Set<String> delete(Collection<String> ids, Instant now) {
        var moved = feeds.find(in("_id", ids)).into(new ArrayList<>());
        if (moved.isEmpty()) {
            return Set.of();
        }
        deleted.bulkWrite(
                moved.stream()
                        .map(d -> new ReplaceOneModel<>(
                                eq("_id", d.getString("_id")),
                                new Document(d).append(AT, Date.from(now)),
                                new ReplaceOptions().upsert(true)))
                        .toList(),
                ANY_ORDER);
        var gone = idsOf(moved);
        feeds.deleteMany(in("_id", gone));
        return gone;
    }

    /** Brings back those that can still be had, due at once; gives their ids. */
    Set<String> restore(Collection<String> ids, Instant now) {
        var back = deleted.find(and(in("_id", ids), gte(AT, Date.from(now.minus(undo))), exists("url")))
                .into(new ArrayList<>());
        if (back.isEmpty()) {
            return Set.of();
        }
        var restored = idsOf(back);
        back.forEach(d -> {
            d.remove(AT);
            d.get("status", Document.class).put("nextTry", Date.from(now));
        });
        var there = feeds.find(in("_id", restored))
                .projection(Projections.include("_id"))
                .map(d -> d.getString("_id"))
                .into(new HashSet<>());
        var missing =
                back.stream().filter(d -> !there.contains(d.getString("_id"))).toList();
        if (!missing.isEmpty()) {
            feeds.insertMany(missing);
        }
        deleted.deleteMany(in("_id", restored));
        return restored;
    }

    /** The latest first. */
    List<Deleted> latest(int most, Instant now) {
        return deleted.find(and(gte(AT, Date.from(now.minus(undo))), exists("url")))
                .sort(Sorts.descending(AT, "_id"))
                .limit(most)
                .map(this::read)
                .into(new ArrayList<>());
    }

    /** They are there again by another way. */
    void forget(Collection<String> ids) {
        deleted.deleteMany(in("_id", ids));
    }

    /** Those among the ids that somebody deleted, however long ago. */
    Set<String> among(Collection<String> ids) {
        return deleted.find(in("_id", ids))
                .projection(Projections.include("_id"))
                .map(d -> d.getString("_id"))
                .into(new HashSet<>());
    }

    /** Forgets what cannot come back. Of a feed that a list names, that it was deleted stays, else the list wins. */
    Set<String> purge(Instant now) {
        var over = lt(AT, Date.from(now.minus(undo)));
        var ids = deleted.find(and(over, exists("url")))
                .projection(Projections.include("_id"))
                .map(d -> d.getString("_id"))
                .into(new HashSet<>());
        deleted.deleteMany(and(over, exists(LISTED, false)));
        deleted.updateMany(
                and(over, exists("url")),
                Updates.combine(
                        Updates.unset("url"),
                        Updates.unset("settings"),
                        Updates.unset("status"),
                        Updates.set(LISTED, true)));
        return ids;
    }

    private Deleted read(Document document) {
        var at = document.getDate(AT).toInstant();
        return new Deleted(FeedDocument.read(document), at, at.plus(undo));
    }

    private static Set<String> idsOf(List<Document> documents) {
        var ids = new HashSet<String>();
        documents.forEach(d -> ids.add(d.getString("_id")));
        return ids;
    }
}
