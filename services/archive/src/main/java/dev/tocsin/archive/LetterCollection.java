package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.InsertOneModel;
import dev.tocsin.archive.letters.Decision;
import dev.tocsin.archive.letters.Letter;
import dev.tocsin.archive.letters.LetterQuery;
import dev.tocsin.archive.query.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** The dead letters with what became of each, one document a letter. */
final class LetterCollection {
    private static final String CHANNEL = "channel";
    private static final String KIND = "kind";
    private static final String SERVICE = "service";
    private static final int MOST_KINDS = 200;

    /** Waiting letters with one cause. */
    record Group(String service, String kafkaTopic, String kind, long count, Instant newest) {}

    private final VersionedCollection letters;
    private final com.mongodb.client.MongoCollection<RawBsonDocument> encoded;
    private volatile boolean indexed;

    LetterCollection(MongoDatabase database) {
        letters = new VersionedCollection(database, "deadLetters");
        encoded = database.getCollection("deadLetters", RawBsonDocument.class);
    }

    /** Keeps letters; one that is there already stays what it became. */
    void save(List<Letter> arrived) {
        if (!indexed) {
            letters.index(descending(Fields.AT, Fields.ID), ascending(Fields.STATE, KIND));
            indexed = true;
        }
        BulkWrites.write(
                encoded,
                arrived.stream().map(l -> new InsertOneModel<>(document(l, 1))).toList());
    }

    /** Forgets those older than that. */
    long deleteBefore(Instant time) {
        return letters.documents().deleteMany(lt(Fields.AT, Date.from(time))).getDeletedCount();
    }

    Optional<Letter> find(String id) {
        return letters.find(id).map(LetterCollection::letter);
    }

    Slice<Letter> find(LetterQuery query) {
        var keyset = new Keyset()
                .equal(
                        Fields.STATE,
                        query.state() == null ? null : query.state().word())
                .equal(SERVICE, query.service())
                .equal(CHANNEL, query.channel())
                .equal(KIND, query.kind())
                .after(query.after());
        var found = letters.documents()
                .find(keyset.filter())
                .sort(Keyset.NEWEST_FIRST)
                .limit(query.limit() + 1)
                .into(new ArrayList<>());
        return Slice.of(found, query.limit(), Keyset::position).map(LetterCollection::letter);
    }

    long waiting() {
        return letters.documents().countDocuments(eq(Fields.STATE, Letter.State.WAITING.word()));
    }

    /** The causes of those that wait, the most frequent first. */
    List<Group> groups() {
        var pipeline = List.of(
                Aggregates.match(eq(Fields.STATE, Letter.State.WAITING.word())),
                Aggregates.group(
                        new org.bson.Document(SERVICE, "$" + SERVICE)
                                .append(CHANNEL, "$" + CHANNEL)
                                .append(KIND, "$" + KIND),
                        Accumulators.sum("count", 1),
                        Accumulators.max(Fields.AT, "$" + Fields.AT)),
                Aggregates.sort(descending("count")),
                Aggregates.limit(MOST_KINDS));
        return letters.documents()
                .aggregate(pipeline)
                .map(LetterCollection::group)
                .into(new ArrayList<>());
    }

    /** Decides on a letter, one after the other where several want to; empty where there is none with this id. */
    Optional<Decision.Outcome> decide(String id, Decision decision, Instant now) {
        var outcome = new AtomicReference<Decision.@org.jspecify.annotations.Nullable Outcome>();
        change(id, letter -> {
            var of = decision.on(letter, now);
            outcome.set(of);
            return of instanceof Decision.Outcome.Go(Letter next) ? next : letter;
        });
        return Optional.ofNullable(outcome.get());
    }

    /** Changes a letter that is there; the same one to leave it. */
    void change(String id, UnaryOperator<Letter> change) {
        letters.change(Set.of(id), include(Fields.VERSION, Fields.MESSAGE, Fields.AT), (same, stored) -> {
            if (stored == null) {
                return null;
            }
            var before = letter(stored);
            var after = change.apply(before);
            return after.equals(before) ? null : document(after, Documents.version(stored) + 1);
        });
    }

    private static RawBsonDocument document(Letter letter, long version) {
        var told = letter.letter();
        return Documents.encode(Documents.versioned(letter.id(), version)
                .append(Fields.AT, Documents.date(told.at()))
                .append(Fields.STATE, new BsonString(letter.state().word()))
                .append(SERVICE, Documents.text(told.service()))
                .append(CHANNEL, Documents.text(told.kafkaTopic()))
                .append(KIND, Documents.text(letter.kind()))
                .append(Fields.MESSAGE, StoredJson.of(letter)));
    }

    private static Letter letter(BsonDocument document) {
        return StoredJson.read(document, Letter.class);
    }

    private static Group group(BsonDocument document) {
        var of = document.getDocument(Fields.ID);
        return new Group(
                of.getString(SERVICE).getValue(),
                of.getString(CHANNEL).getValue(),
                of.getString(KIND).getValue(),
                document.getNumber("count").longValue(),
                Instant.ofEpochMilli(document.getDateTime(Fields.AT).getValue()));
    }
}
