package dev.tocsin.archive;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import dev.tocsin.archive.anew.Job;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The one request to go through the archive that runs, or ran last. In the store, so that each replica can tell of it. */
final class JobCollection {
    private static final String RECLASSIFY = "reclassify";

    private final VersionedCollection jobs;

    JobCollection(MongoDatabase database) {
        jobs = new VersionedCollection(database, "jobs");
    }

    Optional<Job> find() {
        return jobs.find(RECLASSIFY).map(JobCollection::job);
    }

    /**
     * Changes it.
     *
     * @param change what it becomes, of what it is or null; the same one to leave it
     * @return what it is now
     */
    Job change(UnaryOperator<@Nullable Job> change) {
        var now = new AtomicReference<@Nullable Job>();
        jobs.change(Set.of(RECLASSIFY), include(Fields.VERSION, Fields.MESSAGE), (id, stored) -> {
            var before = stored == null ? null : job(stored);
            var after = change.apply(before);
            now.set(after);
            if (after == null || after.equals(before)) {
                return null;
            }
            long version = stored == null ? 0 : Documents.version(stored);
            return Documents.encode(Documents.versioned(id, version + 1).append(Fields.MESSAGE, StoredJson.of(after)));
        });
        return Objects.requireNonNull(now.get());
    }

    private static Job job(BsonDocument document) {
        return StoredJson.read(document, Job.class);
    }
}
