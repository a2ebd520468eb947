package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The saved searches, by name. */
final class SavedSearchCollection {
    /** More would be no list that anybody reads. */
    static final int MOST = 200;

    private final VersionedCollection searches;

    SavedSearchCollection(MongoDatabase database) {
        searches = new VersionedCollection(database, "searches");
    }

    List<SavedSearch> all() {
        return searches.documents()
                .find()
                .sort(Sorts.ascending(Fields.ID))
                .limit(MOST)
                .map(document -> StoredJson.read(document, SavedSearch.class))
                .into(new ArrayList<>());
    }

    boolean isFull() {
        return searches.documents().countDocuments() >= MOST;
    }

    boolean has(String name) {
        return searches.find(name).isPresent();
    }

    /** Keeps it in the place of one of its name. */
    void put(SavedSearch search) {
        searches.change(Set.of(search.name()), include(Fields.VERSION), (id, stored) -> {
            long version = stored == null ? 0 : Documents.version(stored);
            return Documents.encode(Documents.versioned(id, version + 1).append(Fields.MESSAGE, StoredJson.of(search)));
        });
    }

    /** False where there is none. */
    boolean delete(String name) {
        return searches.documents().deleteOne(eq(Fields.ID, name)).getDeletedCount() > 0;
    }
}
