package dev.tocsin.ingest;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.ingest.coverage.Cause;
import dev.tocsin.ingest.coverage.CoverageAlert.Told;
import dev.tocsin.ingest.coverage.Episode;
import dev.tocsin.ingest.coverage.Hours;
import dev.tocsin.ingest.coverage.Shortfall;
import dev.tocsin.ingest.coverage.Subject;
import dev.tocsin.ingest.coverage.Watched;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The collections {@code coverage}, with the last episode of each subject, and {@code coverage_watch}, with who is
 * looking and since when. An episode is written with its alert before the alert is sent, and without it afterwards:
 * whoever dies in between sends the same alert again, under the same id.
 */
@ApplicationScoped
class EpisodeStore {
    private static final String PENDING = "pending";
    private static final String WATCH = "watch";
    private static final String HOURS = "hours";

    private final MongoCollection<Document> episodes;
    private final MongoCollection<Document> watch;

    EpisodeStore(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.episodes = client.getDatabase(database).getCollection("coverage");
        this.watch = client.getDatabase(database).getCollection("coverage_watch");
    }

    /** Takes or keeps the one lease on looking, and notes the hour; what was noted, or empty where another has it. */
    Optional<Watched> lease(String holder, Instant now, Instant until) {
        var free = or(exists("until", false), lt("until", Date.from(now)), eq("holder", holder));
        var mine = Updates.combine(
                Updates.set("holder", holder),
                Updates.set("until", Date.from(until)),
                Updates.set(HOURS + "." + Hours.hour(now), 1));
        try {
            watch.updateOne(
                    eq("_id", WATCH), Updates.setOnInsert("since", Date.from(now)), new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        var taken = watch.findOneAndUpdate(
                and(eq("_id", WATCH), free), mine, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(taken).map(d -> watched(d, now));
    }

    /** The last of each subject, by its key. */
    Map<String, Episode> all() {
        var all = new HashMap<String, Episode>();
        episodes.find().batchSize(FeedCatalog.BATCH).forEach(d -> all.put(d.getString("_id"), read(d)));
        return all;
    }

    /** Before the alert is sent. */
    void remember(Told told) {
        var document =
                document(told.episode()).append(PENDING, new String(Json.write(told.alert()), StandardCharsets.UTF_8));
        episodes.replaceOne(eq("_id", told.episode().subject().key()), document, new ReplaceOptions().upsert(true));
    }

    /** After the channel has the alert. */
    void sent(String subject) {
        episodes.updateOne(eq("_id", subject), Updates.unset(PENDING));
    }

    /** The alerts that may not have been sent, by the key of their subject. */
    Map<String, Alert> pending() {
        var pending = new HashMap<String, Alert>();
        episodes.find(exists(PENDING)).forEach(d -> {
            try {
                var json = d.getString(PENDING).getBytes(StandardCharsets.UTF_8);
                pending.put(d.getString("_id"), Json.read(json, Alert.class));
            } catch (UnreadableMessageException e) {
                Log.errorf("pending alert unreadable subject=%s error=%s", d.getString("_id"), e.getMessage());
            }
        });
        return pending;
    }

    private Watched watched(Document document, Instant now) {
        long oldest = Hours.upTo(now).first();
        var marks = new ArrayList<Long>();
        var old = new ArrayList<Bson>();
        document.get(HOURS, new Document()).keySet().forEach(key -> {
            long hour = Long.parseLong(key);
            if (hour < oldest) {
                old.add(Updates.unset(HOURS + "." + key));
            } else {
                marks.add(hour);
            }
        });
        if (!old.isEmpty()) {
            watch.updateOne(eq("_id", WATCH), Updates.combine(old));
        }
        return Watched.of(now, marks);
    }

    private static Document document(Episode episode) {
        var subject = episode.subject();
        var shortfall = episode.shortfall();
        var ended = episode.ended();
        return new Document("_id", subject.key())
                .append("kind", subject.kind().name())
                .append("id", subject.id())
                .append("name", subject.name())
                .append("cause", episode.cause().label())
                .append(
                        "shortfall",
                        new Document("hours", shortfall.hours())
                                .append("observed", shortfall.observed())
                                .append("expected", shortfall.expected())
                                .append("probability", shortfall.probability())
                                .append("samples", shortfall.samples()))
                .append("begun", Date.from(episode.begun()))
                .append("told", Date.from(episode.told()))
                .append("revision", episode.revision())
                .append("ended", ended == null ? null : Date.from(ended));
    }

    private static Episode read(Document d) {
        var s = d.get("shortfall", Document.class);
        var ended = d.getDate("ended");
        return new Episode(
                new Subject(Subject.Kind.valueOf(d.getString("kind")), d.getString("id"), d.getString("name")),
                Cause.ofLabel(d.getString("cause")),
                new Shortfall(
                        s.getInteger("hours"),
                        s.getInteger("observed"),
                        s.getDouble("expected"),
                        s.getDouble("probability"),
                        s.getInteger("samples")),
                d.getDate("begun").toInstant(),
                d.getDate("told").toInstant(),
                d.getInteger("revision"),
                ended == null ? null : ended.toInstant());
    }
}
