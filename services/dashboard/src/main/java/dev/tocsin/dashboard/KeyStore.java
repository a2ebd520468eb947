package dev.tocsin.dashboard;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.tocsin.dashboard.guard.Role;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The collection {@code keys}: API keys, of which only hashes are kept. */
@Singleton
final class KeyStore {
    private static final int MOST_KEYS = 1_000;

    private final MongoCollection<Document> keys;

    KeyStore(Database database) {
        keys = database.collection("keys");
    }

    /**
     * A key as it is kept.
     *
     * @param name what it is for
     * @param expiresAt null for one without an end
     * @param usedAt the last time, to the minute; null while it was not
     * @param usedFrom the address then
     */
    record Kept(
            String id,
            String name,
            Role role,
            String hash,
            String createdBy,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable String usedFrom) {
        boolean isOver(Instant now) {
            return expiresAt != null && !now.isBefore(expiresAt);
        }
    }

    void add(Kept key) {
        keys.insertOne(new Document("_id", key.id())
                .append("name", key.name())
                .append("role", key.role().label())
                .append("hash", key.hash())
                .append("createdBy", key.createdBy())
                .append("createdAt", Date.from(key.createdAt()))
                .append("expiresAt", key.expiresAt() == null ? null : Date.from(key.expiresAt()))
                .append("usedAt", null)
                .append("usedFrom", null));
    }

    Optional<Kept> find(String id) {
        return Optional.ofNullable(keys.find(eq("_id", id)).first()).map(KeyStore::kept);
    }

    /** All, the newest first; of very many 1,000. */
    List<Kept> all() {
        return keys.find()
                .sort(Sorts.descending("createdAt"))
                .limit(MOST_KEYS)
                .map(KeyStore::kept)
                .into(new ArrayList<>());
    }

    void used(String id, Instant now, String from) {
        keys.updateOne(
                eq("_id", id), Updates.combine(Updates.set("usedAt", Date.from(now)), Updates.set("usedFrom", from)));
    }

    /** Ends a key for good. */
    Optional<Kept> delete(String id) {
        return Optional.ofNullable(keys.findOneAndDelete(eq("_id", id))).map(KeyStore::kept);
    }

    private static Kept kept(Document document) {
        return new Kept(
                document.getString("_id"),
                document.getString("name"),
                Role.of(document.getString("role")).orElse(Role.VIEWER),
                document.getString("hash"),
                document.getString("createdBy"),
                document.getDate("createdAt").toInstant(),
                Database.instant(document, "expiresAt"),
                Database.instant(document, "usedAt"),
                document.getString("usedFrom"));
    }
}
