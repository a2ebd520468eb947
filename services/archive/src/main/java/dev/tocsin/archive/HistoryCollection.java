package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** Messages about stories that never change once they are written: each is kept once, by its id. */
final class HistoryCollection<T> {
    private final MongoCollection<RawBsonDocument> written;
    private final MongoCollection<BsonDocument> messages;
    private final Class<T> type;
    private final Function<T, String> id;
    private final Function<T, String> story;
    private final Function<T, String> topic;
    private final Function<T, Instant> at;

    HistoryCollection(
            MongoDatabase database,
            String name,
            Class<T> type,
            Function<T, String> id,
            Function<T, String> story,
            Function<T, String> topic,
            Function<T, Instant> at) {
        this.written = database.getCollection(name, RawBsonDocument.class);
        this.messages = written.withDocumentClass(BsonDocument.class);
        this.type = type;
        this.id = id;
        this.story = story;
        this.topic = topic;
        this.at = at;
    }

    void index() {
        messages.createIndex(Indexes.ascending(Fields.STORY, Fields.AT));
    }

    /** For those that are asked for by their topic. */
    void indexTopics() {
        messages.createIndex(Indexes.ascending(Fields.TOPIC, Fields.AT));
    }

    List<Rejection> save(List<T> batch) {
        var made = Documents.of(batch, id, m -> Documents.encode(document(m)), (first, later) -> first);
        BulkWrites.write(
                written, made.byId().values().stream().map(InsertOneModel::new).toList());
        return made.rejections();
    }

    /** Those of the ids that are there, in no order. */
    List<T> find(Collection<String> ids) {
        return read(messages.find(in(Fields.ID, ids)));
    }

    /** The first of a story, oldest first. */
    List<T> ofStory(String story, int most) {
        return read(messages.find(eq(Fields.STORY, story))
                .sort(Sorts.ascending(Fields.AT, Fields.ID))
                .limit(most));
    }

    /** Those of a topic, newest first. */
    List<T> ofTopic(String wanted, int most) {
        return read(messages.find(eq(Fields.TOPIC, wanted))
                .sort(Sorts.descending(Fields.AT, Fields.ID))
                .limit(most));
    }

    long count() {
        return messages.estimatedDocumentCount();
    }

    private List<T> read(FindIterable<BsonDocument> documents) {
        return documents.map(d -> StoredJson.read(d, type)).into(new ArrayList<>());
    }

    private BsonDocument document(T message) {
        return new BsonDocument(Fields.ID, new BsonString(id.apply(message)))
                .append(Fields.STORY, new BsonString(story.apply(message)))
                .append(Fields.TOPIC, new BsonString(topic.apply(message)))
                .append(Fields.AT, Documents.date(at.apply(message)))
                .append(Fields.MESSAGE, StoredJson.of(message));
    }
}
