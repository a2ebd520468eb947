package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.tocsin.ingest.relook.ReLook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code relooks}: one document an article that rang, with the time of its next look. One without such a
 * time has had its last; it stays for a while, so that the next alert on its story does not begin anew.
 */
@ApplicationScoped
class ReLookStore {
    private final MongoCollection<Document> looks;

    ReLookStore(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.looks = client.getDatabase(database).getCollection("relooks");
    }

    void index() {
        looks.createIndex(Indexes.ascending("next"));
        looks.createIndex(Indexes.ascending("turn"), new IndexOptions().unique(true));
    }

    /** Those of the articles that are, or were, looked at again. */
    Set<String> known(Collection<String> ids) {
        var known = new HashSet<String>();
        looks.find(in("_id", ids)).projection(Projections.include("_id")).forEach(d -> known.add(d.getString("_id")));
        return known;
    }

    /** Schedules the first look of each, for now; one that another replica has scheduled stays as it is. */
    void schedule(Collection<ReLook> fresh) {
        var documents = fresh.stream()
                .map(l -> document(l, l.alertedAt()).append("_id", l.id()))
                .toList();
        try {
            looks.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream()
                    .allMatch(w -> ErrorCategory.fromErrorCode(w.getCode()) == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    /**
     * The turns that are due longest, to be claimed one by one. They are sought many at a time: the embedded store reads
     * all looks for it, while a claim by its turn is a look-up.
     */
    List<String> due(Instant now, int most) {
        return looks.find(lte("next", Date.from(now)))
                .sort(Sorts.ascending("next"))
                .limit(most)
                .projection(Projections.include("turn"))
                .map(d -> d.getString("turn"))
                .into(new ArrayList<>());
    }

    /** Takes a turn, for this replica alone until the lease ends; empty where another was quicker. */
    Optional<ReLook> claim(String turn, Instant leaseEnd) {
        var id = turn.substring(0, turn.indexOf('@'));
        return Optional.ofNullable(looks.findOneAndUpdate(
                        eq("turn", turn),
                        Updates.combine(
                                Updates.set("next", Date.from(leaseEnd)), Updates.set("turn", turn(id, leaseEnd)))))
                .map(ReLookStore::read);
    }

    /** Changes with each claim and each record, so that nobody takes a turn twice. */
    private static String turn(String id, @Nullable Instant next) {
        return id + "@" + (next == null ? "never" : next.toEpochMilli());
    }

    void record(ReLook look, @Nullable Instant next) {
        looks.replaceOne(eq("_id", look.id()), document(look, next));
    }

    void forgetBefore(Instant alertedAt) {
        looks.deleteMany(lt("alertedAt", Date.from(alertedAt)));
    }

    private static Document document(ReLook look, @Nullable Instant next) {
        var document = new Document("url", look.url())
                .append("alertedAt", Date.from(look.alertedAt()))
                .append("title", look.title())
                .append("w", look.wording() == null ? null : SeenDocument.wording(look.wording()))
                .append("suspected", look.suspected())
                .append("vanished", look.vanished())
                .append("turn", turn(look.id(), next));
        return next == null ? document : document.append("next", Date.from(next));
    }

    private static ReLook read(Document d) {
        return new ReLook(
                d.getString("_id"),
                d.getString("url"),
                d.getDate("alertedAt").toInstant(),
                d.getString("title"),
                SeenDocument.wording(d.get("w", Document.class)),
                d.getBoolean("suspected", false),
                d.getBoolean("vanished", false));
    }
}
