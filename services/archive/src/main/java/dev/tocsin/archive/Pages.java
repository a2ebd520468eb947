package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import dev.tocsin.archive.query.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Reads whole collections, a page in memory at a time. */
final class Pages {
    private static final int ENTRIES = 2_000;
    private static final int REVISIONS = 100;
    private static final int OTHERS = 200;

    private final MongoDatabase database;
    private final ArticleWalk walk;

    Pages(MongoDatabase database, ArticleWalk walk) {
        this.database = database;
        this.walk = walk;
    }

    /** All revisions of articles, by way of their entries: the embedded store finds ids fast, and nothing else. */
    void revisions(Instant to, Consumer<BsonDocument> take) {
        Position after = null;
        while (true) {
            var steps = walk.next(null, to, after, ENTRIES);
            var ids = new ArrayList<String>();
            for (var step : steps) {
                LongStream.rangeClosed(1, step.revision())
                        .forEach(revision -> ids.add(ArticleDocuments.revisionId(step.id(), revision)));
            }
            for (int from = 0; from < ids.size(); from += REVISIONS) {
                var some = ids.subList(from, Math.min(from + REVISIONS, ids.size()));
                database.getCollection("article_revisions", BsonDocument.class)
                        .find(in(Fields.ID, some))
                        .forEach(take);
            }
            if (steps.size() < ENTRIES) {
                return;
            }
            after = steps.getLast().position();
        }
    }

    /** All documents of a collection, by id. */
    void all(String collection, Consumer<BsonDocument> take) {
        String last = null;
        while (true) {
            var some = page(collection, last);
            some.forEach(take);
            if (some.size() < OTHERS) {
                return;
            }
            last = some.getLast().getString(Fields.ID).getValue();
        }
    }

    private List<BsonDocument> page(String collection, @Nullable String last) {
        return database.getCollection(collection, BsonDocument.class)
                .find(last == null ? new BsonDocument() : gt(Fields.ID, last))
                .sort(Sorts.ascending(Fields.ID))
                .limit(OTHERS)
                .into(new ArrayList<>());
    }
}
