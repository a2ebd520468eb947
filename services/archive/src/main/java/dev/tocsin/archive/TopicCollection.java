package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/** The latest version of each topic pack. */
final class TopicCollection {
    private final VersionedCollection topics;

    TopicCollection(MongoDatabase database) {
        topics = new VersionedCollection(database, "topics");
    }

    void index() {
        topics.index();
    }

    List<Rejection> save(List<TopicPack> packs) {
        var made = Documents.of(packs, TopicPack::id, TopicCollection::document, Versioned::latest);
        topics.change(made.byId().keySet(), include(Fields.VERSION), (id, stored) -> {
            var pack = made.byId().get(id);
            return stored == null || pack.version() >= Documents.version(stored) ? pack.document() : null;
        });
        return made.rejections();
    }

    void delete(String id) {
        topics.documents().deleteOne(eq(Fields.ID, id));
    }

    List<ObjectNode> all() {
        return topics.documents()
                .find()
                .sort(Sorts.ascending(Fields.ID))
                .map(TopicCollection::message)
                .into(new ArrayList<>());
    }

    Optional<ObjectNode> find(String id) {
        return topics.find(id).map(TopicCollection::message);
    }

    long count() {
        return topics.documents().estimatedDocumentCount();
    }

    private static ObjectNode message(BsonDocument document) {
        return StoredJson.read(document);
    }

    private static Versioned document(TopicPack pack) {
        var document = Documents.versioned(pack.id(), pack.version()).append(Fields.MESSAGE, StoredJson.of(pack));
        return new Versioned(pack.version(), Documents.encode(document));
    }
}
