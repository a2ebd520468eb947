package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The newest time of each kind of message, kept beside them so that a status costs one read by id. */
final class Marks {
    private static final String NEWEST = "newest";

    private final MongoCollection<BsonDocument> marks;

    Marks(MongoDatabase database) {
        marks = database.getCollection("marks", BsonDocument.class);
    }

    /** Raises a mark to the latest of the times; earlier ones leave it where it is. */
    void raise(String name, Stream<Instant> times) {
        times.max(Comparator.naturalOrder())
                .ifPresent(t -> marks.updateOne(
                        eq(Fields.ID, name), Updates.max(NEWEST, Date.from(t)), new UpdateOptions().upsert(true)));
    }

    @Nullable
    Instant read(String name) {
        var mark = marks.find(eq(Fields.ID, name)).first();
        return mark == null
                ? null
                : Instant.ofEpochMilli(mark.getDateTime(NEWEST).getValue());
    }
}
