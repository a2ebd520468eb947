package dev.tocsin.notify;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.routing.ClockBack;
import dev.tocsin.notify.routing.Escalation;
import dev.tocsin.notify.routing.Held;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far escalations are ({@code escalations}), how those that are over ended ({@code escalations_ended}, so that what is
 * asked in each pass stays small), and what was answered to which story ({@code answers}).
 */
@Singleton
final class EscalationStore {
    private final MongoCollection<Document> escalations;
    private final MongoCollection<Document> ended;
    private final MongoCollection<Document> answers;

    @Inject
    EscalationStore(MongoClient mongo) {
        var database = mongo.getDatabase("tocsin");
        escalations = database.getCollection("escalations");
        ended = database.getCollection("escalations_ended");
        answers = database.getCollection("answers");
    }

    void createIndexes() {
        escalations.createIndex(new Document("next", 1));
        escalations.createIndex(new Document("story", 1));
    }

    /**
     * A running escalation as it is stored.
     *
     * @param alert what its next step tells: the latest that was told
     */
    record Stored(Escalation escalation, Held alert) {}

    /** How the escalation of a story on a route stands; the running one where it began again. */
    Optional<Escalation> of(String route, String story) {
        var id = eq("_id", Held.group(route, story));
        return Optional.ofNullable(escalations.find(id).first())
                .or(() -> Optional.ofNullable(ended.find(id).first()))
                .map(EscalationStore::escalation);
    }

    /** Those whose next step is due, or that began before the clock was put back. */
    List<Stored> due(Instant now) {
        return escalations
                .find(or(
                        lte("next", DeliveryDocuments.date(now)),
                        and(ne("next", null), gt("started", DeliveryDocuments.date(ClockBack.latest(now))))))
                .map(EscalationStore::stored)
                .into(new ArrayList<>());
    }

    Optional<Instant> next() {
        return Optional.ofNullable(escalations
                        .find(ne("next", null))
                        .sort(ascending("next"))
                        .first())
                .map(document -> document.getDate("next").toInstant());
    }

    /** The running ones of a story. */
    List<Stored> running(String story) {
        return escalations
                .find(and(eq("story", story), eq("ended", null)))
                .map(EscalationStore::stored)
                .into(new ArrayList<>());
    }

    /** Stores an escalation, unless another hand changed it since {@code before} was read. */
    void save(@Nullable Escalation before, Escalation after, Held alert, @Nullable Instant next) {
        if (after.ended() != null) {
            end(before, after);
            return;
        }
        var document = document(after)
                .append("next", DeliveryDocuments.date(next))
                .append("alert", HeldStore.document(alert).append("_id", alert.id()));
        if (before == null || before.ended() != null) {
            escalations.updateOne(
                    eq("_id", id(after)), new Document("$setOnInsert", document), new UpdateOptions().upsert(true));
        } else {
            escalations.replaceOne(asRead(before), document);
        }
    }

    /** How it ended is kept before it stops running: who dies between the two leaves one that ends once more. */
    private void end(@Nullable Escalation before, Escalation after) {
        if (after.equals(before)) {
            return;
        }
        ended.replaceOne(eq("_id", id(after)), document(after), new ReplaceOptions().upsert(true));
        if (before != null) {
            escalations.deleteOne(asRead(before));
        }
    }

    private static Document document(Escalation escalation) {
        return new Document("story", escalation.story())
                .append("route", escalation.route())
                .append("generation", escalation.generation())
                .append("step", escalation.step())
                .append("started", DeliveryDocuments.date(escalation.started()))
                .append("severity", escalation.severity().name())
                .append("ended", escalation.ended());
    }

    private static Bson asRead(Escalation escalation) {
        return and(
                eq("_id", id(escalation)),
                eq("generation", escalation.generation()),
                eq("step", escalation.step()),
                eq("ended", null));
    }

    private static String id(Escalation escalation) {
        return Held.group(escalation.route(), escalation.story());
    }

    /** Remembers an answer; of two the later one. */
    void answer(String story, Escalation.Answer answer) {
        var before = answer(story);
        if (before.isEmpty() || before.get().at().isBefore(answer.at())) {
            answers.replaceOne(
                    eq("_id", story),
                    new Document("at", DeliveryDocuments.date(answer.at())).append("words", answer.words()),
                    new ReplaceOptions().upsert(true));
        }
    }

    Optional<Escalation.Answer> answer(String story) {
        return Optional.ofNullable(answers.find(eq("_id", story)).first())
                .map(document ->
                        new Escalation.Answer(document.getDate("at").toInstant(), document.getString("words")));
    }

    void forget(Instant before) {
        escalations.deleteMany(lt("started", DeliveryDocuments.date(before)));
        ended.deleteMany(lt("started", DeliveryDocuments.date(before)));
        answers.deleteMany(lt("at", DeliveryDocuments.date(before)));
    }

    private static Stored stored(Document document) {
        var alert = document.get("alert", Document.class);
        return new Stored(escalation(document), HeldStore.held(alert.getString("_id"), alert));
    }

    private static Escalation escalation(Document document) {
        return new Escalation(
                document.getString("route"),
                document.getString("story"),
                document.getInteger("generation"),
                document.getInteger("step"),
                document.getDate("started").toInstant(),
                Alert.Severity.valueOf(document.getString("severity")),
                document.getString("ended"));
    }
}
