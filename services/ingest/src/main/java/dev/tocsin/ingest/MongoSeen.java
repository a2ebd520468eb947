package dev.tocsin.ingest;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.tocsin.ingest.publish.Mark;
import dev.tocsin.ingest.publish.Seen;
import dev.tocsin.ingest.publish.SeenArticles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The collection {@code seen}: one document an article that went out, found by its id alone, which is the only index: each
 * more would be written for every article.
 */
@ApplicationScoped
class MongoSeen implements SeenArticles {
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> seen;

    MongoSeen(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.seen = client.getDatabase(database).getCollection("seen");
    }

    @Override
    public Map<String, Seen> among(Collection<String> ids) {
        var found = new HashMap<String, Seen>();
        var aliases = new HashMap<String, String>();
        for (var document : documents(ids)) {
            var id = document.getString("_id");
            var of = SeenDocument.aliasOf(document);
            if (of == null) {
                found.put(id, SeenDocument.read(document));
            } else {
                aliases.put(id, of);
            }
        }
        if (!aliases.isEmpty()) {
            var named = among(Set.copyOf(aliases.values()));
            aliases.forEach(
                    (id, of) -> Optional.ofNullable(named.get(of)).ifPresent(article -> found.put(id, article)));
        }
        return found;
    }

    private FindIterable<Document> documents(Collection<String> ids) {
        return seen.find(Filters.in("_id", ids)).batchSize(ids.size() + 1);
    }

    /**
     * Inserts what is new rather than upserting it, which costs the store a look-up more: it was not there a moment ago.
     * Where another replica was quicker, its mark is as good as ours. Changes name the id alone, because the embedded
     * store walks through the collection for any other condition; what a feed gives is read by one replica at a time.
     */
    @Override
    public void mark(Collection<Mark> marks) {
        try {
            seen.bulkWrite(marks.stream().map(MongoSeen::write).toList(), ANY_ORDER);
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(MongoSeen::isThere)) {
                throw e;
            }
        }
    }

    private static WriteModel<Document> write(Mark mark) {
        return switch (mark) {
            case Mark.First(var first) -> new InsertOneModel<>(SeenDocument.of(first));
            case Mark.Alias alias -> new InsertOneModel<>(SeenDocument.of(alias));
            default -> new UpdateOneModel<>(Filters.eq("_id", mark.id()), SeenDocument.update(mark));
        };
    }

    private static boolean isThere(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
