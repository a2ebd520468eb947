package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.tocsin.archive.index.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Articles by their ids, whole and as they are now: what the index is made of, and what its hits are shown with. */
final class StoredArticles {
    /**
     * An article's latest revision.
     *
     * @param excerpt its first words
     */
    record Stored(Entry entry, String excerpt) {
        ObjectNode message() {
            return (ObjectNode) entry.message();
        }
    }

    private final MongoCollection<BsonDocument> entries;
    private final MongoCollection<BsonDocument> revisions;

    StoredArticles(MongoDatabase database) {
        entries = database.getCollection("articles", BsonDocument.class);
        revisions = database.getCollection("article_revisions", BsonDocument.class);
    }

    long count() {
        return entries.estimatedDocumentCount();
    }

    /** Those of these articles that are there, by their ids. */
    Map<String, Stored> find(Collection<String> ids) {
        var latest = new HashMap<String, BsonDocument>();
        for (var entry : entries.find(in(Fields.ID, ids)).projection(include(Fields.VERSION, Fields.AT))) {
            var id = entry.getString(Fields.ID).getValue();
            latest.put(ArticleDocuments.revisionId(id, Documents.version(entry)), entry);
        }
        var found = new HashMap<String, Stored>();
        if (!latest.isEmpty()) {
            for (var whole : revisions.find(in(Fields.ID, latest.keySet()))) {
                var entry = latest.get(whole.getString(Fields.ID).getValue());
                if (entry != null) {
                    found.put(entry.getString(Fields.ID).getValue(), stored(entry, whole));
                }
            }
        }
        return found;
    }

    /**
     * The ids that follow one, in their order. Without a sort, which the embedded store would do with all documents in memory: there
     * ids are in order anyway, and MongoDB is told to walk along its index of them.
     */
    List<String> idsAfter(@Nullable String id, int most) {
        var ids = new ArrayList<String>();
        (id == null ? entries.find() : entries.find(gt(Fields.ID, id)))
                .hint(new BsonDocument(Fields.ID, new org.bson.BsonInt32(1)))
                .limit(most)
                .projection(include(Fields.ID))
                .forEach(entry -> ids.add(entry.getString(Fields.ID).getValue()));
        return ids;
    }

    private static Stored stored(BsonDocument entry, BsonDocument whole) {
        return new Stored(
                new Entry(
                        entry.getString(Fields.ID).getValue(),
                        Documents.version(entry),
                        entry.getDateTime(Fields.AT).getValue(),
                        StoredJson.read(whole),
                        whole.getString(Fields.TEXT).getValue()),
                whole.getString(Fields.EXCERPT).getValue());
    }
}
