package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.tocsin.archive.query.AlertQuery;
import dev.tocsin.archive.query.Slice;
import dev.tocsin.archive.view.AlertHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** One document for each story that rang, with what the board shows of it: the latest alert and the latest verdict. */
final class HeadCollection {
    private final VersionedCollection heads;

    HeadCollection(MongoDatabase database) {
        heads = new VersionedCollection(database, "alert_heads");
    }

    void index() {
        var newest = descending(Fields.AT, Fields.ID);
        heads.index(newest, compoundIndex(Indexes.ascending(Fields.TOPIC), newest));
    }

    /** @param change tells what a story's head becomes; the same one for no change */
    void change(Collection<String> stories, BiFunction<String, AlertHead, AlertHead> change) {
        heads.change(stories, include(Fields.VERSION, Fields.MESSAGE), (story, stored) -> {
            var head = stored == null ? AlertHead.of(story) : head(stored);
            var next = change.apply(story, head);
            return next.equals(head) ? null : document(next, stored);
        });
    }

    /** The head of a story; empty while it has not rung. */
    Optional<AlertHead> find(String story) {
        return heads.find(story).map(HeadCollection::head).filter(h -> h.alert() != null);
    }

    Slice<AlertHead> find(AlertQuery query) {
        // a story that was judged before its alert arrived has no time yet
        var keyset = new Keyset()
                .where(ne(Fields.AT, null))
                .equal(Fields.TOPIC, query.topic())
                .equal(
                        Fields.STANDING,
                        query.status() == null ? null : query.status().word())
                .after(query.after());
        if (query.since() != null) {
            keyset.where(gte(Fields.AT, Date.from(query.since())));
        }
        var found = heads.documents()
                .find(keyset.filter())
                .sort(Keyset.NEWEST_FIRST)
                .limit(query.limit() + 1)
                .into(new ArrayList<>());
        return Slice.of(found, query.limit(), Keyset::position).map(HeadCollection::head);
    }

    private static AlertHead head(BsonDocument document) {
        return StoredJson.read(document, AlertHead.class);
    }

    private static RawBsonDocument document(AlertHead head, @Nullable BsonDocument stored) {
        long version = stored == null ? 0 : Documents.version(stored);
        var document = Documents.versioned(head.story(), version + 1)
                .append(Fields.STANDING, new BsonString(head.standing().word()))
                .append(Fields.MESSAGE, StoredJson.of(head));
        var alert = head.alert();
        if (alert != null) {
            document.append(Fields.AT, Documents.date(alert.times().alerted()))
                    .append(Fields.TOPIC, new BsonString(alert.topic()));
        }
        return Documents.encode(document);
    }
}
