package dev.tocsin.archive;

import static dev.tocsin.archive.Queries.alerts;
import static dev.tocsin.archive.Queries.all;
import static dev.tocsin.archive.Queries.ids;
import static dev.tocsin.archive.Queries.json;
import static dev.tocsin.archive.Queries.revised;
import static dev.tocsin.archive.Queries.titles;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.tocsin.archive.query.StoryQuery;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do, run on each of them. */
abstract class StoreContract implements ArticleContract, DeskContract, RenewalContract {
    private static final Instant AT = Samples.AT;

    private MongoClient client;
    private MongoDatabase database;
    private Store store;

    abstract String connectionString();

    @BeforeEach
    void open() {
        client = MongoClients.create(connectionString());
        database = client.getDatabase("tocsin-test-" + UUID.randomUUID());
        store = new MongoStore(database);
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public ArticleRenewals renewals() {
        return new ArticleRenewals(database);
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void completesAnArticle_whenACrashCameBetweenItsTwoWrites() {
        store.saveArticles(List.of(Samples.article("a1", 1, AT), Samples.article("a2", 1, AT)));
        database.getCollection("articles").deleteOne(new org.bson.Document("_id", "a1"));
        assertThat(ids(all(store))).containsExactly("a2");
        assertThat(store.article("a1")).isEmpty();

        store.saveArticles(List.of(Samples.article("a1", 1, AT)));

        assertThat(ids(all(store))).containsExactly("a2", "a1");
        assertThat(store.article("a1")).isPresent();
    }

    @Test
    void isTheSame_whenEverythingIsDeliveredAgainInAnotherOrder() {
        List<Runnable> messages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int revision = i % 2 + 1;
            var id = "x" + i / 2;
            messages.add(() -> store.saveArticles(List.of(Samples.article(id, revision, AT.plusSeconds(revision)))));
            messages.add(() -> store.saveStories(List.of(Samples.story(id, revision, AT, Story.State.OPEN, "x0"))));
            messages.add(() -> store.saveAlerts(List.of(Samples.alert(id, revision, "t", AT.plusSeconds(revision)))));
            messages.add(() -> store.saveVerdicts(
                    List.of(Samples.verdict(id + revision, id, Verdict.Kind.MUTED, AT.plusSeconds(revision)))));
        }
        messages.forEach(Runnable::run);
        var before = everything();

        Collections.shuffle(messages, new Random(1));
        messages.forEach(Runnable::run);

        assertThat(everything()).isEqualTo(before);
        assertThat(store.counts())
                .isEqualTo(new Counts(
                        3,
                        3,
                        5,
                        5,
                        0,
                        Instant.parse("2022-01-06T20:00:00.123Z"),
                        Instant.parse("2022-01-06T20:00:02.123Z")));
    }

    @Test
    void losesNoRevision_whenManyWriteAtOnce() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int writer = 0; writer < 4; writer++) {
            var random = new Random(writer);
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 25; i++) {
                    int revision = 1 + random.nextInt(50);
                    store.saveArticles(List.of(revised(revision)));
                    store.saveAlerts(List.of(Samples.alert("s1", revision, "t", AT.plusSeconds(revision))));
                }
                store.saveArticles(List.of(revised(51)));
                store.saveAlerts(List.of(Samples.alert("s1", 51, "t", AT.plusSeconds(51))));
            }));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(store.article("a1")).contains(json(revised(51)));
        assertThat(titles(all(store))).containsExactly("Title 51");
        assertThat(store.alert("s1").orElseThrow().alert())
                .extracting(a -> a.revision())
                .isEqualTo(51);
    }

    @Test
    void tellsWhatCannotBeKept_andKeepsTheRest() {
        var hostile = List.of(
                Samples.article("a1", 1, AT),
                Samples.article("x".repeat(600), 1, AT),
                Samples.article("far", 1, Instant.MAX),
                Samples.article("huge", 1, AT, "it", "t", "T", "x".repeat(16_000_000)),
                Samples.article("half", 1, AT, "it", "t", "T", "a\ud83d🔔"),
                Samples.article("half-in-title", 1, AT, "it", "t", "\ud83d", "text"),
                Samples.article("nul\0", 1, AT, "it", "t", "\0", "\0"),
                Samples.article("a2", 1, AT));

        var rejections = store.saveArticles(hostile);

        assertThat(rejections).extracting(Rejection::index).containsExactly(1, 2, 3);
        assertThat(rejections).extracting(Rejection::reason).allMatch(r -> r.startsWith("cannot be stored: "));
        assertThat(ids(all(store)))
                .contains("a1", "a2", "nul\0", "half", "half-in-title")
                .hasSize(5);
        assertThat(store.article("half").orElseThrow().get("text").asText()).isEqualTo("a\ufffd🔔");
    }

    private List<Object> everything() {
        return List.of(
                all(store),
                store.stories(new StoryQuery(null, null, null, 100)),
                alerts(store, null, null),
                alerts(store, null, null).items().stream().map(store::revisions).toList(),
                alerts(store, null, null).items().stream()
                        .map(h -> store.verdicts(h.story()))
                        .toList(),
                store.counts());
    }
}
