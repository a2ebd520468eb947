package dev.tocsin.notify;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.tocsin.notify.routing.ClockBack;
import dev.tocsin.notify.routing.Held;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * What waits to be told: {@code held} (small, because what was told leaves it), and {@code told}, the ids of what was, so
 * that an alert that comes again is not told again.
 */
@Singleton
final class HeldStore {
    private static final int WINDOW = 1000;

    private final MongoCollection<Document> held;
    private final MongoCollection<Document> told;

    @Inject
    HeldStore(MongoClient mongo) {
        var database = mongo.getDatabase("tocsin");
        held = database.getCollection("held");
        told = database.getCollection("told");
    }

    void createIndexes() {
        held.createIndex(new Document("group", 1));
        held.createIndex(new Document("due", 1));
    }

    /** Holds an alert, unless it is held or was told. */
    void hold(Held alert, Instant due) {
        if (told.find(eq("_id", alert.id())).first() == null) {
            held.updateOne(
                    eq("_id", alert.id()),
                    new Document("$setOnInsert", document(alert).append("due", DeliveryDocuments.date(due))),
                    new UpdateOptions().upsert(true));
        }
    }

    /** Whether one of these is held or was told. */
    boolean knows(List<String> ids) {
        return !ids.isEmpty()
                && (told.find(in("_id", ids)).first() != null
                        || held.find(in("_id", ids)).first() != null);
    }

    /** Which of these were told. */
    Set<String> toldOf(List<String> ids) {
        return told.find(in("_id", ids))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    /** The groups that hold something that is due or came before the clock was put back, the longest waiting first, with their routes. */
    Map<String, String> due(Instant now) {
        var groups = new LinkedHashMap<String, String>();
        held.find(or(
                        lte("due", DeliveryDocuments.date(now)),
                        gt("held", DeliveryDocuments.date(ClockBack.latest(now)))))
                .sort(ascending("due"))
                .limit(WINDOW)
                .forEach(document -> groups.putIfAbsent(document.getString("group"), document.getString("route")));
        return groups;
    }

    /** When the next is due. */
    Optional<Instant> next() {
        return Optional.ofNullable(held.find().sort(ascending("due")).first())
                .map(document -> document.getDate("due").toInstant());
    }

    /** What a group holds, the oldest first. */
    List<Held> of(String group) {
        return held.find(eq("group", group))
                .sort(ascending("held", "revision"))
                .limit(WINDOW)
                .map(HeldStore::held)
                .into(new ArrayList<>());
    }

    List<Held> withIds(List<String> ids) {
        return held.find(in("_id", ids)).map(HeldStore::held).into(new ArrayList<>());
    }

    void postpone(List<String> ids, Instant due) {
        held.updateMany(in("_id", ids), set("due", DeliveryDocuments.date(due)));
    }

    /** Remembers that these were told, then lets them go. */
    void told(List<String> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        told.bulkWrite(ids.stream()
                .map(id -> new UpdateOneModel<Document>(
                        eq("_id", id),
                        new Document("$setOnInsert", new Document("at", DeliveryDocuments.date(at))),
                        new UpdateOptions().upsert(true)))
                .toList());
        held.deleteMany(in("_id", ids));
    }

    void forget(Instant before) {
        told.deleteMany(lt("at", DeliveryDocuments.date(before)));
    }

    static Document document(Held alert) {
        return new Document("route", alert.route())
                .append("group", alert.group())
                .append("story", alert.story())
                .append("revision", alert.revision())
                .append("payload", alert.payload())
                .append("event", alert.event())
                .append("traceparent", alert.traceparent())
                .append("origin", DeliveryDocuments.of(alert.origin()))
                .append("held", DeliveryDocuments.date(alert.held()));
    }

    private static Held held(Document document) {
        return held(document.getString("_id"), document);
    }

    static Held held(String id, Document document) {
        return new Held(
                id,
                document.getString("route"),
                document.getString("group"),
                document.getString("story"),
                document.getInteger("revision"),
                document.getString("payload"),
                document.getString("event"),
                document.getString("traceparent"),
                DeliveryDocuments.origin(document.get("origin", Document.class)),
                document.getDate("held").toInstant());
    }
}
