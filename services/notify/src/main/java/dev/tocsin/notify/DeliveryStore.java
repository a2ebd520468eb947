package dev.tocsin.notify;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.tocsin.notify.delivery.Attempt;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Delivery.State;
import dev.tocsin.notify.delivery.DeliveryQuery;
import dev.tocsin.notify.delivery.Waiting;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection {@code deliveries}: what is to be delivered, and what came of it. Every step is one atomic update, so
 * that a process which dies between two of them loses nothing.
 */
@Singleton
final class DeliveryStore {
    /** A dead letter that is still to be written; absent when there is none. */
    private static final String LETTER_OWED = "letterOwed";

    private final MongoCollection<Document> deliveries;

    @Inject
    DeliveryStore(MongoClient mongo) {
        deliveries = mongo.getDatabase("tocsin").getCollection("deliveries");
    }

    void createIndexes() {
        deliveries.createIndex(new Document("receiver", 1).append("state", 1).append("created", 1));
        deliveries.createIndex(new Document("story", 1).append("created", -1));
        deliveries.createIndex(new Document("created", -1));
    }

    /** Records deliveries; one that is there already is left as it is. */
    void record(List<Delivery> pending) {
        var writes = pending.stream()
                .map(d -> new UpdateOneModel<Document>(
                        eq("_id", d.key()),
                        new Document("$setOnInsert", recorded(d)),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            deliveries.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    private static Document recorded(Delivery delivery) {
        var document = DeliveryDocuments.of(delivery);
        return delivery.state() == State.FAILED ? document.append(LETTER_OWED, true) : document;
    }

    /** The oldest pending deliveries of a receiver. */
    List<Waiting> waiting(String receiver, int limit) {
        return deliveries
                .find(and(eq("receiver", receiver), eq("state", State.PENDING.word())))
                .sort(ascending("created", "revision"))
                .limit(limit)
                .projection(include("story", "revision", "nextTry"))
                .map(DeliveryDocuments::waiting)
                .into(new ArrayList<>());
    }

    long pending(String receiver) {
        return deliveries.countDocuments(and(eq("receiver", receiver), eq("state", State.PENDING.word())));
    }

    /** Takes a delivery for one attempt; empty when another replica was faster. It is free again after {@code until}. */
    Optional<Delivery> claim(Waiting waiting, Instant until) {
        return Optional.ofNullable(deliveries.findOneAndUpdate(
                        and(
                                eq("_id", waiting.key()),
                                eq("state", State.PENDING.word()),
                                eq("nextTry", DeliveryDocuments.date(waiting.nextTry()))),
                        set("nextTry", DeliveryDocuments.date(until)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(DeliveryDocuments::delivery);
    }

    void delivered(String key, Attempt attempt) {
        update(key, attempt, set("state", State.DELIVERED.word()), set("nextTry", null));
    }

    void again(String key, Attempt attempt, Instant nextTry) {
        update(key, attempt, set("nextTry", DeliveryDocuments.date(nextTry)));
    }

    void failed(String key, Attempt attempt, String reason) {
        update(
                key,
                attempt,
                set("state", State.FAILED.word()),
                set("nextTry", null),
                set("reason", reason),
                set(LETTER_OWED, true));
    }

    /** Sends a failed delivery again, as if it were new but under its key; empty where there is no failed one. */
    Optional<Delivery> sendAgain(String key, Instant now) {
        var failed = deliveries
                .find(and(eq("_id", key), eq("state", State.FAILED.word())))
                .first();
        if (failed == null) {
            return Optional.empty();
        }
        int spent = DeliveryDocuments.delivery(failed).attempts().size();
        return Optional.ofNullable(deliveries.findOneAndUpdate(
                        and(eq("_id", key), eq("state", State.FAILED.word())),
                        combine(
                                set("state", State.PENDING.word()),
                                set("nextTry", DeliveryDocuments.date(now)),
                                set("since", DeliveryDocuments.date(now)),
                                set("spent", spent),
                                set("reason", null)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(DeliveryDocuments::delivery);
    }

    /** Deliveries to some receivers that told of a story itself, as they stand. */
    List<Delivery> told(String story, Collection<String> receivers) {
        return receivers.isEmpty()
                ? List.of()
                : deliveries
                        .find(and(eq("story", story), in("receiver", receivers)))
                        .map(DeliveryDocuments::delivery)
                        .into(new ArrayList<>());
    }

    Optional<Delivery> one(String key) {
        return Optional.ofNullable(deliveries.find(eq("_id", key)).first()).map(DeliveryDocuments::delivery);
    }

    /** How many deliveries there are by receiver and state. */
    Map<String, Map<String, Long>> counts() {
        var counts = new HashMap<String, Map<String, Long>>();
        var group = new Document("receiver", "$receiver").append("state", "$state");
        deliveries
                .aggregate(List.of(
                        new Document("$group", new Document("_id", group).append("count", new Document("$sum", 1)))))
                .forEach(row -> counts.computeIfAbsent(
                                row.get("_id", Document.class).getString("receiver"), receiver -> new HashMap<>())
                        .put(
                                row.get("_id", Document.class).getString("state"),
                                row.get("count", Number.class).longValue()));
        return counts;
    }

    /** Failed deliveries of a receiver whose dead letter is not written yet. */
    List<Delivery> lettersOwed(String receiver) {
        return deliveries
                .find(and(eq("receiver", receiver), eq("state", State.FAILED.word()), eq(LETTER_OWED, true)))
                .map(DeliveryDocuments::delivery)
                .into(new ArrayList<>());
    }

    /** Failed deliveries whose dead letter is not written, of receivers other than these. */
    List<Delivery> lettersOwedByOthers(Collection<String> receivers) {
        return deliveries
                .find(and(nin("receiver", receivers), eq("state", State.FAILED.word()), eq(LETTER_OWED, true)))
                .map(DeliveryDocuments::delivery)
                .into(new ArrayList<>());
    }

    void letterWritten(String key) {
        deliveries.updateOne(eq("_id", key), unset(LETTER_OWED));
    }

    /** One more than the query's limit, so that the reader sees whether there is a next page; without payloads. */
    List<Delivery> find(DeliveryQuery query) {
        var filters = new ArrayList<Bson>();
        if (query.story() != null) {
            filters.add(eq("story", query.story()));
        }
        if (query.receiver() != null) {
            filters.add(eq("receiver", query.receiver()));
        }
        if (query.state() != null) {
            filters.add(eq("state", query.state().word()));
        }
        var after = query.after();
        if (after != null) {
            var created = DeliveryDocuments.date(after.created());
            filters.add(or(lt("created", created), and(eq("created", created), lt("_id", after.key()))));
        }
        return deliveries
                .find(filters.isEmpty() ? new Document() : and(filters))
                .sort(descending("created", "_id"))
                .limit(query.limit() + 1)
                .projection(exclude("payload"))
                .map(DeliveryDocuments::delivery)
                .into(new ArrayList<>());
    }

    /** Deletes what was recorded before, except what is still to be delivered; TTL indexes do not work on the embedded store. */
    long forget(Instant before) {
        return deliveries
                .deleteMany(and(lt("created", DeliveryDocuments.date(before)), ne("state", State.PENDING.word())))
                .getDeletedCount();
    }

    private void update(String key, Attempt attempt, Bson... changes) {
        deliveries.updateOne(
                eq("_id", key), combine(push("attempts", DeliveryDocuments.of(attempt)), combine(changes)));
    }
}
