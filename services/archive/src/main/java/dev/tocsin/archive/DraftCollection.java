package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Drafts of topic packs, one for each topic, so that no work is lost between two visits of the page. */
final class DraftCollection {
    private static final int MOST_LISTED = 500;

    private final VersionedCollection drafts;
    private final InstantSource clock;

    DraftCollection(MongoDatabase database, InstantSource clock) {
        drafts = new VersionedCollection(database, "drafts");
        this.clock = clock;
    }

    Optional<Draft> find(String topic) {
        return drafts.find(topic).map(d -> StoredJson.read(d, Draft.class));
    }

    List<Draft> all() {
        return drafts.documents()
                .find()
                .sort(Sorts.ascending(Fields.ID))
                .limit(MOST_LISTED)
                .map(d -> StoredJson.read(d, Draft.class))
                .into(new ArrayList<>());
    }

    /**
     * Saves one.
     *
     * @param over the revision that it is to replace, 0 for none; null for whatever is there
     * @return as it is kept now: another text than that given where somebody else saved meanwhile
     */
    Draft save(String topic, String text, @Nullable Integer base, @Nullable Long over) {
        var kept = new AtomicReference<@Nullable Draft>();
        drafts.change(Set.of(topic), include(Fields.VERSION, Fields.MESSAGE), (id, stored) -> {
            long there = stored == null ? 0 : Documents.version(stored);
            if (over != null && over != there) {
                kept.set(stored == null ? null : StoredJson.read(stored, Draft.class));
                return null;
            }
            var next = new Draft(topic, there + 1, base, clock.instant(), text);
            kept.set(next);
            return Documents.encode(
                    Documents.versioned(id, next.revision()).append(Fields.MESSAGE, StoredJson.of(next)));
        });
        var now = kept.get();
        return now == null ? new Draft(topic, 0, null, clock.instant(), "") : Objects.requireNonNull(now);
    }

    boolean delete(String topic) {
        return drafts.documents().deleteOne(eq(Fields.ID, topic)).getDeletedCount() > 0;
    }
}
