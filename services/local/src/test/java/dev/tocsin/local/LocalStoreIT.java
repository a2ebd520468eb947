package dev.tocsin.local;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreIT {
    @TempDir
    Path folder;

    @Test
    void keepsEveryKindOfValue_overARestart() {
        var kept = new Document("_id", "a7f")
                .append("text", "Протесты в Алма-Ате, «митинг»")
                .append("at", new Date(1_641_499_200_000L))
                .append("number", 7)
                .append("long", 5_000_000_000L)
                .append("share", 0.92)
                .append("flag", true)
                .append("nothing", null)
                .append("list", List.of("it", new Document("start", 3), List.of(1, 2)))
                .append("bytes", new Binary(new byte[] {1, 2, 3}))
                .append("id", new ObjectId());
        inStore(articles -> articles.insertOne(kept));

        inStore(articles -> assertThat(articles.find(eq("_id", "a7f")).first()).isEqualTo(kept));
    }

    @Test
    void isNewEnoughForTheDriversOfToday() {
        // PyMongo 4.18 wants 9, which is MongoDB 4.4 (MongoDB's wire protocol versions)
        try (var store = LocalStore.start(folder, FreePorts.find(1)[0]);
                var client = MongoClients.create(store.connectionString())) {
            var hello = client.getDatabase("admin").runCommand(new Document("isMaster", 1));
            assertThat(hello.getInteger("maxWireVersion")).isGreaterThanOrEqualTo(9);
        }
    }

    @Test
    void keepsManyAndTheirIndexes_overARestart() {
        inStore(articles -> {
            articles.createIndex(Indexes.ascending("story", "revision"), new IndexOptions().unique(true));
            articles.insertMany(IntStream.range(0, 5_000)
                    .mapToObj(i -> new Document("_id", "article-" + i)
                            .append("story", "story-" + i % 100)
                            .append("revision", i / 100)
                            .append("text", "x".repeat(500)))
                    .toList());
            articles.updateMany(eq("story", "story-7"), Updates.set("revised", true));
            articles.deleteOne(eq("_id", "article-4999"));
        });

        inStore(articles -> {
            assertThat(articles.countDocuments()).isEqualTo(4_999);
            assertThat(articles.countDocuments(eq("revised", true))).isEqualTo(50);
            assertThat(articles.find(eq("_id", "article-4998")).first()).containsEntry("story", "story-98");
            assertThatThrownBy(() -> articles.insertOne(new Document("story", "story-3").append("revision", 9)))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("duplicate key");
            articles.insertOne(new Document("story", "story-99").append("revision", 49));
        });
    }

    @Test
    void comparesAndSets_byTheIdAndTheVersion() {
        inStore(articles -> {
            articles.insertOne(new Document("_id", "a").append("version", 1));

            assertThat(replaced(articles, "a", 1, 2)).isEqualTo(1);
            assertThat(replaced(articles, "a", 1, 3)).isZero();
            assertThat(replaced(articles, "b", 1, 3)).isZero();
            assertThat(articles.find().first()).containsEntry("version", 2);
        });
    }

    @Test
    void findsById_inEveryWayThatAQuestionIsPut() {
        inStore(articles -> {
            articles.insertMany(List.of(document("a"), document("b"), document("c"), document(7)));

            assertThat(ids(articles, in("_id", "c", "a", "x"))).containsExactlyInAnyOrder("a", "c");
            assertThat(ids(articles, and(in("_id", "a", "b"), ne("_id", "b")))).containsExactly("a");
            assertThat(ids(articles, regex("_id", "^[bc]$"))).containsExactlyInAnyOrder("b", "c");
            assertThat(ids(articles, gt("_id", "b"))).containsExactly("c");
            assertThat(ids(articles, or(eq("_id", "b"), eq("of", "c")))).containsExactlyInAnyOrder("b", "c");
            assertThat(ids(articles, eq("_id", 7L))).containsExactly(7);
            articles.deleteOne(and(eq("_id", "a"), eq("of", "a")));
            articles.insertOne(document("a"));
            assertThatThrownBy(() -> articles.insertOne(document("a"))).isInstanceOf(MongoWriteException.class);
        });
    }

    private static long replaced(MongoCollection<Document> articles, String id, int from, int to) {
        return articles.replaceOne(and(eq("_id", id), eq("version", from)), new Document("version", to))
                .getMatchedCount();
    }

    private static Document document(Object id) {
        return new Document("_id", id).append("of", id);
    }

    private static List<Object> ids(MongoCollection<Document> articles, Bson filter) {
        return articles.find(filter).map(d -> d.get("_id")).into(new ArrayList<>());
    }

    private void inStore(Consumer<MongoCollection<Document>> work) {
        try (var store = LocalStore.start(folder, FreePorts.find(1)[0]);
                var client = MongoClients.create(store.connectionString())) {
            work.accept(client.getDatabase("tocsin").getCollection("articles"));
        }
    }
}
