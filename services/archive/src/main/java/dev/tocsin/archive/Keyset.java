package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import dev.tocsin.archive.query.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Newest first, and going on after a position, in MongoDB's words. */
final class Keyset {
    static final Bson NEWEST_FIRST = Sorts.descending(Fields.AT, Fields.ID);

    private final List<Bson> filters = new ArrayList<>();

    /** Adds a filter that holds where {@code value} is given. */
    Keyset equal(String field, @Nullable Object value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
        return this;
    }

    Keyset where(Bson filter) {
        filters.add(filter);
        return this;
    }

    Keyset after(@Nullable Position position) {
        if (position != null) {
            var at = Date.from(position.at());
            // the first condition says nothing new, but lets MongoDB enter its index at the right place
            filters.add(lte(Fields.AT, at));
            filters.add(or(lt(Fields.AT, at), lt(Fields.ID, position.id())));
        }
        return this;
    }

    Bson filter() {
        return filters.isEmpty() ? new BsonDocument() : filters.size() == 1 ? filters.getFirst() : and(filters);
    }

    static Position position(BsonDocument document) {
        return new Position(
                Instant.ofEpochMilli(document.getDateTime(Fields.AT).getValue()),
                document.getString(Fields.ID).getValue());
    }
}
