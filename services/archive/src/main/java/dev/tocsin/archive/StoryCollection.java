package dev.tocsin.archive;

import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.tocsin.archive.query.Slice;
import dev.tocsin.archive.query.StoryQuery;
import dev.tocsin.contracts.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** The latest revision of each story. */
final class StoryCollection {
    private final VersionedCollection stories;

    StoryCollection(MongoDatabase database) {
        stories = new VersionedCollection(database, "stories");
    }

    void index() {
        var newest = descending(Fields.AT, Fields.ID);
        stories.index(newest, compoundIndex(Indexes.ascending(Fields.TOPIC), newest));
    }

    List<Rejection> save(List<Story> batch) {
        var made = Documents.of(batch, Story::id, StoryCollection::document, Versioned::higher);
        stories.change(made.byId().keySet(), include(Fields.VERSION), (id, stored) -> {
            var story = made.byId().get(id);
            return Documents.isNewer(story.version(), stored) ? story.document() : null;
        });
        return made.rejections();
    }

    Optional<ObjectNode> find(String id) {
        return stories.find(id).map(StoryCollection::message);
    }

    Slice<ObjectNode> find(StoryQuery query) {
        var filter = new Keyset()
                .equal(Fields.TOPIC, query.topic())
                .equal(Fields.STATE, word(query.state()))
                .after(query.after())
                .filter();
        var found = stories.documents()
                .find(filter)
                .sort(Keyset.NEWEST_FIRST)
                .limit(query.limit() + 1)
                .into(new ArrayList<>());
        return Slice.of(found, query.limit(), Keyset::position).map(StoryCollection::message);
    }

    long count() {
        return stories.documents().estimatedDocumentCount();
    }

    private static ObjectNode message(BsonDocument document) {
        return StoredJson.read(document);
    }

    private static @Nullable String word(Story.@Nullable State state) {
        return state == null ? null : state.name().toLowerCase(Locale.ROOT);
    }

    private static Versioned document(Story story) {
        var document = Documents.versioned(story.id(), story.revision())
                .append(Fields.AT, Documents.date(story.lastSeen()))
                .append(Fields.TOPIC, new BsonString(story.topic()))
                .append(Fields.STATE, new BsonString(story.state().name().toLowerCase(Locale.ROOT)))
                .append(Fields.MESSAGE, StoredJson.of(story));
        return new Versioned(story.revision(), Documents.encode(document));
    }
}
