package dev.tocsin.dashboard;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.tocsin.dashboard.guard.SessionLife;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The collection {@code sessions}: who is signed in, under the hash of what their browser holds. */
@Singleton
final class SessionStore {
    private static final int MOST_SHOWN = 50;

    private final MongoCollection<Document> sessions;

    SessionStore(Database database) {
        sessions = database.collection("sessions");
    }

    /**
     * A session.
     *
     * @param id hash of its token
     * @param from the address it began at
     * @param agent the browser, in its own words
     */
    record Session(String id, String user, Instant createdAt, Instant seenAt, String from, String agent) {}

    void add(Session session) {
        sessions.insertOne(new Document("_id", session.id())
                .append("user", session.user())
                .append("createdAt", Date.from(session.createdAt()))
                .append("seenAt", Date.from(session.seenAt()))
                .append("from", session.from())
                .append("agent", session.agent()));
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.find(eq("_id", id)).first()).map(SessionStore::session);
    }

    /** Of one user, the last used first. */
    List<Session> of(String user) {
        return sessions.find(eq("user", user))
                .sort(Sorts.descending("seenAt"))
                .limit(MOST_SHOWN)
                .map(SessionStore::session)
                .into(new ArrayList<>());
    }

    void seen(String id, Instant now) {
        sessions.updateOne(eq("_id", id), Updates.set("seenAt", Date.from(now)));
    }

    void delete(String id) {
        sessions.deleteOne(eq("_id", id));
    }

    /** Ends all of a user. */
    void deleteAll(String user) {
        sessions.deleteMany(eq("user", user));
    }

    /** Ends all of a user but one. */
    void deleteOthers(String user, String but) {
        sessions.deleteMany(and(eq("user", user), ne("_id", but)));
    }

    void forgetOld(SessionLife life, Instant now) {
        sessions.deleteMany(or(
                lt("createdAt", Date.from(now.minus(life.absolute()))),
                lt("seenAt", Date.from(now.minus(life.idle().multipliedBy(2))))));
    }

    private static Session session(Document document) {
        return new Session(
                document.getString("_id"),
                document.getString("user"),
                document.getDate("createdAt").toInstant(),
                document.getDate("seenAt").toInstant(),
                document.getString("from"),
                document.getString("agent"));
    }
}
