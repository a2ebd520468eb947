package dev.tocsin.notify;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * When groups were told last ({@code groups}), and what is just being told ({@code flushes}): written before anything else
 * is done about it, so that whoever finds it after a crash does exactly the same again.
 */
@Singleton
final class GroupStore {
    private final MongoCollection<Document> groups;
    private final MongoCollection<Document> flushes;

    @Inject
    GroupStore(MongoClient mongo) {
        var database = mongo.getDatabase("tocsin");
        groups = database.getCollection("groups");
        flushes = database.getCollection("flushes");
    }

    /**
     * Where a group stands.
     *
     * @param number of its last flush; 0 before the first
     * @param told when that was; null before
     */
    record Standing(int number, @Nullable Instant told) {
        static final Standing NEW = new Standing(0, null);
    }

    /** What is being told. */
    record Flush(String group, String route, int number, Instant at, List<String> ids) {
        Flush {
            ids = List.copyOf(ids);
        }
    }

    Standing standing(String group) {
        var document = groups.find(eq("_id", group)).first();
        return document == null
                ? Standing.NEW
                : new Standing(document.getInteger("number", 0), DeliveryDocuments.instant(document.getDate("told")));
    }

    /** Lets a group that was never told count from a moment on; a digest tells what came after it. */
    void begin(String group, Instant at) {
        groups.updateOne(
                eq("_id", group), setOnInsert("told", DeliveryDocuments.date(at)), new UpdateOptions().upsert(true));
    }

    /** Lets a group that was told count from a moment on. */
    void restart(String group, Instant at) {
        groups.updateOne(eq("_id", group), set("told", DeliveryDocuments.date(at)));
    }

    /** Begins a flush; false where the group has one already, which its finder finishes. */
    boolean begin(Flush flush) {
        try {
            flushes.insertOne(new Document("_id", flush.group())
                    .append("route", flush.route())
                    .append("number", flush.number())
                    .append("at", DeliveryDocuments.date(flush.at()))
                    .append("ids", flush.ids()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Flushes that were begun and not ended. */
    List<Flush> open() {
        return flushes.find()
                .map(document -> new Flush(
                        document.getString("_id"),
                        document.getString("route"),
                        document.getInteger("number"),
                        document.getDate("at").toInstant(),
                        document.getList("ids", String.class)))
                .into(new ArrayList<>());
    }

    /** Forgets a flush as if it had not begun. */
    void drop(Flush flush) {
        flushes.deleteOne(and(eq("_id", flush.group()), eq("number", flush.number())));
    }

    void end(Flush flush) {
        groups.updateOne(
                eq("_id", flush.group()),
                combine(max("number", flush.number()), set("told", DeliveryDocuments.date(flush.at()))),
                new UpdateOptions().upsert(true));
        drop(flush);
    }

    void forget(Instant before) {
        groups.deleteMany(lt("told", DeliveryDocuments.date(before)));
    }
}
