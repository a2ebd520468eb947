package dev.tocsin.local;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
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

    private void inStore(Consumer<MongoCollection<Document>> work) {
        try (var store = LocalStore.start(folder, FreePorts.find(1)[0]);
                var client = MongoClients.create(store.connectionString())) {
            work.accept(client.getDatabase("tocsin").getCollection("articles"));
        }
    }
}
