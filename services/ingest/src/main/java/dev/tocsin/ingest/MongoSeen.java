package dev.tocsin.ingest;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.publish.SeenArticles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collection {@code seen}: {@code {_id: article id, revision, at}}, one document an article that went out. */
@ApplicationScoped
class MongoSeen implements SeenArticles {
    private static final InsertManyOptions ANY_ORDER = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> seen;

    MongoSeen(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.seen = client.getDatabase(database).getCollection("seen");
    }

    @Override
    public Set<String> among(Collection<String> ids) {
        var found = new HashSet<String>();
        seen.find(Filters.in("_id", ids))
                .projection(Projections.include("_id"))
                .batchSize(ids.size() + 1)
                .forEach(d -> found.add(d.getString("_id")));
        return found;
    }

    /**
     * Inserts rather than upserts, which cost the store a look-up more: these ids were not there a moment ago. Where
     * another replica was quicker, its mark is as good as ours.
     */
    @Override
    public void mark(Collection<FetchedArticle> articles, Instant at) {
        var when = Date.from(at);
        var marks = articles.stream()
                .map(a -> new Document("_id", a.id())
                        .append("revision", a.revision())
                        .append("at", when))
                .toList();
        try {
            seen.insertMany(marks, ANY_ORDER);
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream().allMatch(MongoSeen::isThere)) {
                throw e;
            }
        }
    }

    private static boolean isThere(WriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
