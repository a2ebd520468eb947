package dev.tocsin.notify;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.routing.Escalation;
import dev.tocsin.notify.routing.Held;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How far escalations are ({@code escalations}), and what the desk answered to which story ({@code answers}). */
@Singleton
final class EscalationStore {
    private final MongoCollection<Document> escalations;
    private final MongoCollection<Document> answers;

    @Inject
    EscalationStore(MongoClient mongo) {
        var database = mongo.getDatabase("tocsin");
        escalations = database.getCollection("escalations");
        answers = database.getCollection("answers");
    }

    /**
     * An escalation as it is stored.
     *
     * @param alert what its next step tells: the latest that was told
     */
    record Stored(Escalation escalation, Held alert) {}

    Optional<Stored> of(String route, String story) {
        return Optional.ofNullable(
                        escalations.find(eq("_id", Held.group(route, story))).first())
                .map(EscalationStore::stored);
    }

    /** Those whose next step is due. */
    List<Stored> due(Instant now) {
        return escalations
                .find(lte("next", DeliveryDocuments.date(now)))
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

    /** Stores an escalation; false where another hand changed it since {@code before} was read. */
    boolean save(@Nullable Escalation before, Escalation after, Held alert, @Nullable Instant next) {
        var id = Held.group(after.route(), after.story());
        var document = new Document("story", after.story())
                .append("route", after.route())
                .append("generation", after.generation())
                .append("step", after.step())
                .append("started", DeliveryDocuments.date(after.started()))
                .append("severity", after.severity().name())
                .append("ended", after.ended())
                .append("next", DeliveryDocuments.date(next))
                .append("alert", HeldStore.document(alert).append("_id", alert.id()));
        if (before == null) {
            return escalations
                            .updateOne(
                                    eq("_id", id),
                                    new Document("$setOnInsert", document),
                                    new UpdateOptions().upsert(true))
                            .getUpsertedId()
                    != null;
        }
        var asRead = and(
                eq("_id", id),
                eq("generation", before.generation()),
                eq("step", before.step()),
                eq("ended", before.ended()));
        return escalations.replaceOne(asRead, document, new ReplaceOptions()).getMatchedCount() == 1;
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
        answers.deleteMany(lt("at", DeliveryDocuments.date(before)));
    }

    private static Stored stored(Document document) {
        var alert = document.get("alert", Document.class);
        return new Stored(
                new Escalation(
                        document.getString("route"),
                        document.getString("story"),
                        document.getInteger("generation"),
                        document.getInteger("step"),
                        document.getDate("started").toInstant(),
                        Alert.Severity.valueOf(document.getString("severity")),
                        document.getString("ended")),
                HeldStore.held(alert.getString("_id"), alert));
    }
}
