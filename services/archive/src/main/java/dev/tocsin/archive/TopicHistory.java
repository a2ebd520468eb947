package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Every version of every topic pack that came by the channel, so that one can be looked at again, and put back. */
final class TopicHistory {
    /** The newest that are listed of a topic. */
    private static final int MOST_LISTED = 200;

    private static final String NUMBER = "number";
    private static final String SEPARATOR = ":";

    private final VersionedCollection versions;
    private final InstantSource clock;
    private volatile boolean indexed;

    TopicHistory(MongoDatabase database, InstantSource clock) {
        versions = new VersionedCollection(database, "topic_versions");
        this.clock = clock;
    }

    /** Keeps packs; of two of one version the later one, with the time of the first. */
    void save(List<TopicPack> packs) {
        if (!indexed) {
            versions.index(Indexes.ascending(Fields.TOPIC, NUMBER));
            indexed = true;
        }
        var byId = packs.stream().collect(Collectors.toMap(TopicHistory::id, p -> p, (a, b) -> b));
        versions.change(byId.keySet(), include(Fields.VERSION, Fields.AT, Fields.MESSAGE), (id, stored) -> {
            var pack = byId.get(id);
            if (stored != null && StoredJson.read(stored, TopicPack.class).equals(pack)) {
                return null;
            }
            long version = stored == null ? 1 : Documents.version(stored) + 1;
            return Documents.encode(Documents.versioned(id, version)
                    .append(Fields.TOPIC, new BsonString(pack.id()))
                    .append(NUMBER, new BsonInt32(pack.version()))
                    .append(Fields.AT, stored == null ? Documents.date(clock.instant()) : stored.get(Fields.AT))
                    .append(Fields.MESSAGE, StoredJson.of(pack)));
        });
    }

    /** The versions of a topic, newest first: {@code {version, at, note, threshold, signals}}. */
    List<ObjectNode> list(String topic) {
        return versions.documents()
                .find(eq(Fields.TOPIC, topic))
                .sort(Sorts.descending(NUMBER))
                .limit(MOST_LISTED)
                .map(TopicHistory::line)
                .into(new ArrayList<>());
    }

    /** The pack of a version. */
    Optional<ObjectNode> find(String topic, int version) {
        return versions.find(topic + SEPARATOR + version).map(StoredJson::read);
    }

    private static ObjectNode line(BsonDocument stored) {
        var pack = StoredJson.read(stored);
        var line = Json.mapper()
                .createObjectNode()
                .put("version", pack.path("version").asInt())
                .put(
                        "at",
                        Instant.ofEpochMilli(stored.getDateTime(Fields.AT).getValue())
                                .toString())
                .put("signals", pack.path("signals").size());
        line.set("note", pack.get("note"));
        return line.set("threshold", pack.get("threshold"));
    }

    private static String id(TopicPack pack) {
        return pack.id() + SEPARATOR + pack.version();
    }
}
