package dev.tocsin.local.bson;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BsonCollectionTest {
    private final MVStore store = MVStore.open(null);
    private final MVMap<Object, Document> documents =
            store.openMap("documents", new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
    private final BsonCollection collection = collection();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leavesTheStoredDocumentAsItWas_whenItIsUpdated() {
        var before = documents.get("a");

        update(new Document("_id", "a"), new Document("$set", new Document("n", 2)));

        assertThat(before).isEqualTo(document("a", 1));
        assertThat(documents.get("a")).isEqualTo(document("a", 2));
    }

    @Test
    void leavesTheStoredDocumentAsItWas_whenItIsFoundAndModified() {
        var before = documents.get("a");

        var answer = collection.findAndModify(new Document("query", new Document("n", 1))
                .append("update", new Document("$set", new Document("n", 2)))
                .append("new", true));

        assertThat(answer.get("value")).isEqualTo(document("a", 2));
        assertThat(before).isEqualTo(document("a", 1));
        assertThat(documents.get("a")).isEqualTo(document("a", 2));
    }

    @Test
    void insertsWhatAnUpsertDoesNotFind() {
        collection.updateDocuments(
                new Document("_id", "b"),
                new Document("$set", new Document("n", 3)),
                ArrayFilters.empty(),
                false,
                true,
                NoopOplog.get());

        assertThat(documents.get("b")).isEqualTo(document("b", 3));
    }

    private void update(Document selector, Document update) {
        var result = collection.updateDocuments(selector, update, ArrayFilters.empty(), false, false, NoopOplog.get());
        assertThat(result.get("n")).isEqualTo(1);
    }

    private BsonCollection collection() {
        var cursors = new CursorRegistry();
        var made = new BsonCollection(
                new BsonDatabase("test", store, cursors),
                "documents",
                CollectionOptions.withDefaults(),
                documents,
                store.openMap("meta"),
                cursors);
        made.addIndex(new IdIndex(documents, "_id_", List.of(new IndexKey("_id", true))));
        made.addDocument(document("a", 1));
        return made;
    }

    private static Document document(String id, int n) {
        return new Document("_id", id).append("n", n);
    }
}
