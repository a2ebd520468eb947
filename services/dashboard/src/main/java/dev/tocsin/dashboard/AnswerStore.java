package dev.tocsin.dashboard;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import dev.tocsin.dashboard.manners.Repetition;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jboss.logging.Logger;

/** What was answered under which {@code Idempotency-Key}, for all replicas and over restarts; each for a day. */
@Singleton
final class AnswerStore {
    private static final Logger LOG = Logger.getLogger(AnswerStore.class);

    /** One that was begun earlier broke off with its process. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    private static final Duration SWEEP = Duration.ofMinutes(10);

    /** What is known of a request that comes under a key. */
    sealed interface Known {}

    /** Nothing: it is to be done. @param run names this attempt */
    record First(String run) implements Known {}

    /** It was answered so. */
    record Again(Response response) implements Known {}

    /** It is being done by somebody. */
    record Running() implements Known {}

    /** The key belongs to something else. */
    record Other() implements Known {}

    /** The store does not say. */
    record Away() implements Known {}

    private final MongoCollection<Document> answers;
    private final DashboardConfig config;
    private final InstantSource clock;
    private volatile Instant swept = Instant.MIN;

    AnswerStore(Database database, DashboardConfig config, InstantSource clock) {
        answers = database.collection("answers");
        this.config = config;
        this.clock = clock;
    }

    Known begin(Repetition repetition) {
        var now = clock.instant();
        var run = UUID.randomUUID().toString();
        var begun = new Document("_id", repetition.id())
                .append("fingerprint", repetition.fingerprint())
                .append("at", Date.from(now))
                .append("run", run);
        try {
            sweep(now);
            answers.insertOne(begun);
            return new First(run);
        } catch (MongoWriteException e) {
            return known(repetition, begun, run, now);
        } catch (MongoException e) {
            LOG.warnf("repetitions cannot be told error=%s", e.getMessage());
            return new Away();
        }
    }

    private Known known(Repetition repetition, Document begun, String run, Instant now) {
        try {
            var known = answers.find(eq("_id", repetition.id())).first();
            if (known == null) {
                return new Running();
            }
            if (!repetition.fingerprint().equals(known.getString("fingerprint"))) {
                return new Other();
            }
            if (known.containsKey("status")) {
                return new Again(response(known));
            }
            boolean brokeOff = known.getDate("at").toInstant().plus(LONGEST_RUN).isBefore(now);
            var mine = and(eq("_id", repetition.id()), eq("run", known.getString("run")));
            return brokeOff && answers.replaceOne(mine, begun).getMatchedCount() == 1 ? new First(run) : new Running();
        } catch (MongoException e) {
            LOG.warnf("repetitions cannot be told error=%s", e.getMessage());
            return new Away();
        }
    }

    /** False where the store is away: then it is done again, should it come again. */
    boolean keep(Repetition repetition, First first, Response response) {
        var answer = new Document("_id", repetition.id())
                .append("fingerprint", repetition.fingerprint())
                .append("at", Date.from(clock.instant()))
                .append("run", first.run())
                .append("status", response.getStatus())
                .append(
                        "type",
                        response.getMediaType() == null
                                ? null
                                : response.getMediaType().toString())
                .append("location", response.getHeaderString(HttpHeaders.LOCATION));
        if (response.getEntity() instanceof byte[] bytes) {
            answer.append("body", new Binary(bytes));
        }
        try {
            answers.replaceOne(mine(repetition, first), answer, new ReplaceOptions());
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    void forget(Repetition repetition, First first) {
        try {
            answers.deleteOne(mine(repetition, first));
        } catch (MongoException e) {
            LOG.warnf("a repetition is not forgotten error=%s", e.getMessage());
        }
    }

    private static org.bson.conversions.Bson mine(Repetition repetition, First first) {
        return and(eq("_id", repetition.id()), eq("run", first.run()));
    }

    private static Response response(Document known) {
        var response = Response.status(known.getInteger("status"))
                .header(Once.REPLAYED, "true")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (known.get("body") instanceof Binary body) {
            response.entity(body.getData()).type(known.getString("type"));
        }
        if (known.getString("location") != null) {
            response.header(HttpHeaders.LOCATION, known.getString("location"));
        }
        return response.build();
    }

    private void sweep(Instant now) {
        if (swept.isBefore(now.minus(SWEEP))) {
            swept = now;
            answers.deleteMany(lt("at", Date.from(now.minus(config.api().repetition()))));
        }
    }
}
