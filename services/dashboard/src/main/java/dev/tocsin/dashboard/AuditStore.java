package dev.tocsin.dashboard;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection {@code audit}: who changed what. Its ids are in the order of time. */
@Singleton
final class AuditStore {
    private final MongoCollection<Document> entries;

    AuditStore(Database database) {
        entries = database.collection("audit");
    }

    /**
     * One change, or one that was tried.
     *
     * @param by id of the user or key; empty where nobody is known
     * @param kind {@code person}, {@code key} or {@code nobody}
     * @param from the client's address
     * @param what {@code POST /api/feeds}, or {@code sign-in} and the like
     * @param path as it was asked for
     * @param outcome {@code begun}, {@code done}, {@code refused} or {@code failed}
     * @param note what changed, where that is more than the path says; never a secret
     */
    record Entry(
            String id,
            Instant at,
            String by,
            String name,
            String kind,
            String from,
            String what,
            String path,
            String outcome,
            @Nullable String note) {}

    /** What to look for; null for anything. */
    record Query(@Nullable String by, @Nullable String what, @Nullable String outcome, @Nullable String before) {
        /** What was asked for; blank is anything. */
        static Query of(@Nullable String by, @Nullable String what, @Nullable String outcome, @Nullable String before) {
            return new Query(given(by), given(what), given(outcome), given(before));
        }

        private static @Nullable String given(@Nullable String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }

        private Bson filter() {
            var conditions = new ArrayList<Bson>();
            if (by != null) {
                conditions.add(eq("by", by));
            }
            if (what != null) {
                conditions.add(eq("what", what));
            }
            if (outcome != null) {
                conditions.add(eq("outcome", outcome));
            }
            if (before != null) {
                conditions.add(lt("_id", before));
            }
            return conditions.isEmpty() ? new Document() : and(conditions);
        }
    }

    void add(Entry entry) {
        entries.insertOne(new Document("_id", entry.id())
                .append("at", Date.from(entry.at()))
                .append("by", entry.by())
                .append("name", entry.name())
                .append("kind", entry.kind())
                .append("from", entry.from())
                .append("what", entry.what())
                .append("path", entry.path())
                .append("outcome", entry.outcome())
                .append("note", entry.note()));
    }

    void end(String id, String outcome, @Nullable String note) {
        entries.updateOne(eq("_id", id), Updates.combine(Updates.set("outcome", outcome), Updates.set("note", note)));
    }

    /** A page of entries, and where the next one begins. */
    record Page(List<Entry> items, @Nullable String nextCursor) {}

    /** The newest first. */
    Page page(Query query, int limit) {
        var found = find(query, limit + 1);
        boolean more = found.size() > limit;
        var items = more ? found.subList(0, limit) : found;
        return new Page(items, more ? items.getLast().id() : null);
    }

    /** The newest first. */
    List<Entry> find(Query query, int limit) {
        return entries.find(query.filter())
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .map(AuditStore::entry)
                .into(new ArrayList<>());
    }

    /** All that fits, the newest first, one after the other. */
    void each(Query query, Consumer<Entry> consumer) {
        entries.find(query.filter())
                .sort(Sorts.descending("_id"))
                .map(AuditStore::entry)
                .forEach(consumer);
    }

    /** Forgets what is older than a time, and what is more than a number. */
    void forget(Instant before, int most) {
        entries.deleteMany(lt("at", Date.from(before)));
        var beyond = entries.find()
                .sort(Sorts.descending("_id"))
                .skip(most)
                .limit(1)
                .projection(Projections.include("_id"))
                .first();
        if (beyond != null) {
            entries.deleteMany(lte("_id", beyond.getString("_id")));
        }
    }

    private static Entry entry(Document document) {
        return new Entry(
                document.getString("_id"),
                document.getDate("at").toInstant(),
                document.getString("by"),
                document.getString("name"),
                document.getString("kind"),
                document.getString("from"),
                document.getString("what"),
                document.getString("path"),
                document.getString("outcome"),
                document.getString("note"));
    }
}
