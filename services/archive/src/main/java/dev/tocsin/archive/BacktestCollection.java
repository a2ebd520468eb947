package dev.tocsin.archive;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import dev.tocsin.archive.lab.Backtest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The last backtest of each topic. In the store, so that each replica can tell of it, and a restart forgets none. */
final class BacktestCollection {
    private static final String RUNNING = "running";

    private final VersionedCollection backtests;

    BacktestCollection(MongoDatabase database) {
        backtests = new VersionedCollection(database, "backtests");
    }

    Optional<Backtest> find(String topic) {
        return backtests.find(topic).map(BacktestCollection::backtest);
    }

    /** One that runs, of whatever topic. */
    Optional<Backtest> running(Instant now) {
        for (var document : backtests.documents().find(new BsonDocument(RUNNING, BsonBoolean.TRUE))) {
            var found = backtest(document);
            if (found.runs(now)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /**
     * Changes a topic's.
     *
     * @param change what it becomes, of what it is or null; the same one to leave it
     * @return what it is now
     */
    Backtest change(String topic, UnaryOperator<@Nullable Backtest> change) {
        var now = new AtomicReference<@Nullable Backtest>();
        backtests.change(Set.of(topic), include(Fields.VERSION, Fields.MESSAGE), (id, stored) -> {
            var before = stored == null ? null : backtest(stored);
            var after = change.apply(before);
            now.set(after);
            if (after == null || after.equals(before)) {
                return null;
            }
            long version = stored == null ? 0 : Documents.version(stored);
            return Documents.encode(Documents.versioned(id, version + 1)
                    .append(RUNNING, BsonBoolean.valueOf(after.state() == Backtest.State.RUNNING))
                    .append(Fields.MESSAGE, StoredJson.of(after)));
        });
        return Objects.requireNonNull(now.get());
    }

    private static Backtest backtest(BsonDocument document) {
        return StoredJson.read(document, Backtest.class);
    }
}
