package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.tocsin.archive.query.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Goes through what there is of stories, newest first from a time on back: the stories themselves, or those that rang. */
final class OldStories {
    static final String STORIES = "stories";
    static final String HEADS = "alert_heads";

    /** A story's place in time, and its topic. */
    record Step(Position position, String topic) {
        String id() {
            return position.id();
        }
    }

    private final MongoDatabase database;

    OldStories(MongoDatabase database) {
        this.database = database;
    }

    /** The next ones of a collection that were last seen before a time. */
    List<Step> next(String collection, Instant before, @Nullable Position after, int most) {
        var keyset = new Keyset().where(lt(Fields.AT, Date.from(before))).after(after);
        return documents(collection)
                .find(keyset.filter())
                .sort(Keyset.NEWEST_FIRST)
                .limit(most)
                .projection(include(Fields.AT, Fields.TOPIC))
                .map(d -> new Step(
                        Keyset.position(d),
                        d.containsKey(Fields.TOPIC) ? d.getString(Fields.TOPIC).getValue() : ""))
                .into(new ArrayList<>());
    }

    boolean isStory(String id) {
        return documents(STORIES).find(eq(Fields.ID, id)).first() != null;
    }

    private MongoCollection<BsonDocument> documents(String name) {
        return database.getCollection(name, BsonDocument.class);
    }
}
