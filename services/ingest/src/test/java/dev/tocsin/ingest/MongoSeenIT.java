package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.tocsin.ingest.edit.Wording;
import dev.tocsin.ingest.publish.Edits;
import dev.tocsin.ingest.publish.Mark;
import dev.tocsin.ingest.publish.Place;
import dev.tocsin.ingest.publish.Seen;
import dev.tocsin.ingest.publish.Sighting;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The memory of articles on a real wire, in a database of its own. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MongoSeenIT {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Wording WORDING = Wording.of("Port", "18 held.");
    private static final Wording OTHER = Wording.of("Port", "26 held.");

    @Inject
    MongoClient mongo;

    private String database = "";
    private MongoSeen seen;

    @BeforeEach
    void openStore() {
        database = "t" + UUID.randomUUID().toString().replace("-", "");
        seen = new MongoSeen(mongo, database);
    }

    @Test
    void remembersWhatWasSeen_evenWhenAnotherReplicaWasQuicker() {
        var other = new Sighting("herald", null, NOW);
        seen.mark(List.of(new Mark.First(first("a"))));
        seen.mark(List.of(new Mark.First(first("a")), new Mark.First(first("b")), new Mark.Sighted("a", other)));
        assertThat(seen.among(List.of("a", "b", "c"))).containsOnlyKeys("a", "b");
        assertThat(seen.among(List.of("b"))).containsEntry("b", first("b"));
        assertThat(seen.among(List.of("a")).get("a").sightings())
                .containsExactly(first("a").sightings().getFirst(), other);
    }

    @Test
    void findsAnArticleByItsAliases() {
        seen.mark(List.of(
                new Mark.First(first("home")), new Mark.Alias("alias", "home"), new Mark.Alias("lost", "nobody")));
        seen.mark(List.of(new Mark.Alias("alias", "another")));
        assertThat(seen.among(List.of("alias", "lost", "home")))
                .hasEntrySatisfying("alias", article -> assertThat(article.id()).isEqualTo("home"))
                .containsOnlyKeys("alias", "home");
    }

    @Test
    void remembersEachKindOfMark() {
        seen.mark(List.of(new Mark.First(first("a"))));
        var pending = new Seen.Pending(2, -7L, false);
        seen.mark(List.of(new Mark.Pending("a", pending), new Mark.Held("a", 9L)));
        assertThat(only().pending()).isEqualTo(pending);
        assertThat(only().edits().held()).isEqualTo(9L);

        var edits = new Edits(20_000, 1, List.of(WORDING.words()), null);
        seen.mark(List.of(new Mark.Revised("a", 2, "Old port", OTHER, edits, new Place(3, 99L))));
        assertThat(only())
                .isEqualTo(new Seen(
                        "a",
                        2,
                        NOW,
                        "courier",
                        "Old port",
                        OTHER,
                        edits,
                        null,
                        new Place(3, 99L),
                        first("a").sightings()));

        seen.mark(List.of(new Mark.Revised("a", 3, null, null, edits, null)));
        assertThat(only().title()).isEqualTo("Old port");
        assertThat(only().wording()).isEqualTo(OTHER);
        assertThat(only().revision()).isEqualTo(3);
    }

    @Test
    void readsWhatAnEarlierVersionWrote_andTakesItOver() {
        mongo.getDatabase(database)
                .getCollection("seen")
                .insertOne(new Document("_id", "a").append("revision", 1).append("at", Date.from(NOW)));
        assertThat(only().giver()).isNull();
        assertThat(only().wording()).isNull();
        seen.mark(List.of(new Mark.Adopted(
                "a", "courier", "Port", WORDING, first("a").sightings().getFirst())));
        assertThat(only().giver()).isEqualTo("courier");
        assertThat(only().wording()).isEqualTo(WORDING);
    }

    private Seen only() {
        return seen.among(List.of("a")).get("a");
    }

    private static Seen first(String id) {
        var sighting = new Sighting("courier", "https://courier.example/" + id, NOW);
        return new Seen(id, 1, NOW, "courier", "Port", WORDING, Edits.NONE, null, new Place(0, 7L), List.of(sighting));
    }
}
