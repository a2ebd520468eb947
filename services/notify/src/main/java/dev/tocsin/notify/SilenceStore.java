package dev.tocsin.notify;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.routing.Match;
import dev.tocsin.notify.routing.Silence;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The silences that people made ({@code silences}); those of the routes file stand there. */
@Singleton
final class SilenceStore {
    private final MongoCollection<Document> silences;

    @Inject
    SilenceStore(MongoClient mongo) {
        silences = mongo.getDatabase("tocsin").getCollection("silences");
    }

    /** Stores a silence; one that is there stays as it is. */
    void add(Silence silence) {
        silences.updateOne(
                eq("_id", silence.id()),
                new Document("$setOnInsert", document(silence)),
                new UpdateOptions().upsert(true));
    }

    /** All that are not forgotten, by their ends. */
    List<Silence> all() {
        return silences.find().sort(ascending("end")).map(SilenceStore::silence).into(new ArrayList<>());
    }

    Optional<Silence> one(String id) {
        return Optional.ofNullable(silences.find(eq("_id", id)).first()).map(SilenceStore::silence);
    }

    boolean remove(String id) {
        return silences.deleteOne(eq("_id", id)).getDeletedCount() == 1;
    }

    void forget(Instant before) {
        silences.deleteMany(lt("end", DeliveryDocuments.date(before)));
    }

    private static Document document(Silence silence) {
        var match = silence.match();
        return new Document("topics", List.copyOf(match.topics()))
                .append(
                        "severity",
                        match.severity() == null ? null : match.severity().name())
                .append("languages", List.copyOf(match.languages()))
                .append("countries", List.copyOf(match.countries()))
                .append("places", List.copyOf(match.places()))
                .append("statuses", names(match.statuses()))
                .append("stories", List.copyOf(match.stories()))
                .append("start", DeliveryDocuments.date(silence.start()))
                .append("end", DeliveryDocuments.date(silence.end()))
                .append("by", silence.by())
                .append("comment", silence.comment());
    }

    private static Silence silence(Document document) {
        @Nullable String severity = document.getString("severity");
        var statuses = new HashSet<Alert.Status>();
        texts(document, "statuses").forEach(name -> statuses.add(Alert.Status.valueOf(name)));
        return new Silence(
                document.getString("_id"),
                new Match(
                        texts(document, "topics"),
                        severity == null ? null : Alert.Severity.valueOf(severity),
                        texts(document, "languages"),
                        texts(document, "countries"),
                        texts(document, "places"),
                        0,
                        statuses,
                        texts(document, "stories")),
                document.getDate("start").toInstant(),
                document.getDate("end").toInstant(),
                document.getString("by"),
                document.getString("comment"));
    }

    private static Set<String> texts(Document document, String key) {
        return new HashSet<>(document.getList(key, String.class, List.of()));
    }

    private static List<String> names(Collection<Alert.Status> statuses) {
        return statuses.stream().map(Enum::name).toList();
    }
}
