package dev.tocsin.dashboard;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
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
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code users}: users, and the one-time codes that make or mend one, which are taken out with one command,
 * so that of two who use the same code at once only one is let in.
 */
@Singleton
final class UserStore {
    private static final String CODE = "code:";
    private static final int MOST_DEVICES = 10;
    private static final int MOST_USERS = 1_000;

    private final MongoCollection<Document> users;

    UserStore(Database database) {
        users = database.collection("users");
    }

    Optional<User> find(String id) {
        return id.startsWith(CODE)
                ? Optional.empty()
                : Optional.ofNullable(users.find(eq("_id", id)).first()).map(UserStore::user);
    }

    /** All, by id; the first 1,000. */
    List<User> all() {
        return users.find(eq("kind", "user"))
                .sort(Sorts.ascending("_id"))
                .limit(MOST_USERS)
                .map(UserStore::user)
                .into(new ArrayList<>());
    }

    /** Whether somebody else bears a name: what is decided stands under it. */
    boolean isTaken(String name, String id) {
        return all().stream().anyMatch(u -> !u.id().equals(id) && u.name().equalsIgnoreCase(name));
    }

    boolean hasAdmin() {
        return users.find(and(eq("kind", "user"), eq("role", Role.ADMIN.label()), eq("disabled", false)))
                        .first()
                != null;
    }

    /** False where there is one of that id already. */
    boolean add(String id, String name, Role role, @Nullable String provider, Instant now) {
        try {
            users.insertOne(new Document("_id", id)
                    .append("kind", "user")
                    .append("name", name)
                    .append("role", role.label())
                    .append("password", null)
                    .append("provider", provider)
                    .append("disabled", false)
                    .append("createdAt", Date.from(now))
                    .append("signedInAt", null)
                    .append("devices", List.of()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    Optional<User> rename(String id, String name) {
        return update(id, Updates.set("name", name));
    }

    Optional<User> setRole(String id, Role role) {
        return update(id, Updates.set("role", role.label()));
    }

    Optional<User> setDisabled(String id, boolean disabled) {
        return update(id, Updates.set("disabled", disabled));
    }

    /** Sets the password; browsers that knew the one before are known no more. */
    Optional<User> setPassword(String id, String kept) {
        return update(id, Updates.combine(Updates.set("password", kept), Updates.set("devices", List.of())));
    }

    /** @param device hash of the browser's token, if it is to be known from now on */
    void signedIn(User user, Instant now, @Nullable String device) {
        var devices = new ArrayList<>(user.devices());
        if (device != null) {
            devices.add(device);
        }
        update(
                user.id(),
                Updates.combine(
                        Updates.set("signedInAt", Date.from(now)),
                        Updates.set(
                                "devices",
                                devices.subList(Math.max(0, devices.size() - MOST_DEVICES), devices.size()))));
    }

    boolean delete(String id) {
        return users.deleteOne(and(eq("_id", id), eq("kind", "user"))).getDeletedCount() > 0;
    }

    /**
     * Keeps a one-time code.
     *
     * @param hash of the code
     * @param user who is to choose a password with it; null for the first admin
     */
    void addCode(String hash, @Nullable String user, Instant until) {
        users.insertOne(new Document("_id", CODE + hash)
                .append("kind", "code")
                .append("user", user)
                .append("until", Date.from(until)));
    }

    /** Who a code is for, while it is good. */
    Optional<Code> code(String hash, Instant now) {
        return Optional.ofNullable(users.find(good(hash, now)).first()).map(UserStore::code);
    }

    /** Uses a code up; empty where another did, or where it is no longer good. */
    Optional<Code> takeCode(String hash, Instant now) {
        return Optional.ofNullable(users.findOneAndDelete(good(hash, now))).map(UserStore::code);
    }

    /** Ends the codes of a user, or with null those for a first admin. */
    void forgetCodes(@Nullable String user) {
        users.deleteMany(and(eq("kind", "code"), eq("user", user)));
    }

    void forgetOldCodes(Instant now) {
        users.deleteMany(and(eq("kind", "code"), lte("until", Date.from(now))));
    }

    /** @param user null for the first admin */
    record Code(@Nullable String user) {}

    private static Code code(Document document) {
        return new Code(document.getString("user"));
    }

    private static Bson good(String hash, Instant now) {
        return and(eq("_id", CODE + hash), gt("until", Date.from(now)));
    }

    private Optional<User> update(String id, Bson change) {
        return Optional.ofNullable(users.findOneAndUpdate(
                        and(eq("_id", id), eq("kind", "user")),
                        change,
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(UserStore::user);
    }

    private static User user(Document document) {
        return new User(
                document.getString("_id"),
                document.getString("name"),
                Role.of(document.getString("role")).filter(Role::isForPeople).orElse(Role.VIEWER),
                document.getString("password"),
                document.getString("provider"),
                document.getBoolean("disabled", false),
                document.getDate("createdAt").toInstant(),
                Database.instant(document, "signedInAt"),
                document.getList("devices", String.class, List.of()));
    }
}
