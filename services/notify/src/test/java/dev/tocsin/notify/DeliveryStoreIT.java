package dev.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalStore;
import dev.tocsin.notify.delivery.Attempt;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.DeliveryQuery;
import dev.tocsin.notify.delivery.Waiting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryStoreIT {
    private static final Instant AT = Instant.parse("2022-01-06T20:00:00.123Z");
    private static final Attempt UNAVAILABLE = new Attempt(AT, 503, "answered 503", 12);

    @TempDir
    private Path folder;

    private LocalStore server;
    private MongoClient mongo;
    private DeliveryStore store;

    @BeforeEach
    void start() {
        server = LocalStore.start(folder, FreePorts.find(1)[0]);
        mongo = MongoClients.create(server.connectionString());
        store = new DeliveryStore(mongo);
        store.createIndexes();
    }

    @AfterEach
    void stop() {
        mongo.close();
        server.close();
    }

    @Test
    void givesBackWhatItWasGiven() {
        var delivery = delivery("s1", 1, "desk", AT);
        store.record(List.of(delivery));

        assertThat(store.claim(first("desk"), AT.plusSeconds(30)))
                .get()
                .usingRecursiveComparison()
                .ignoringFields("nextTry")
                .isEqualTo(delivery);
    }

    @Test
    void leavesADeliveryAsItIs_whenItIsRecordedAgain() {
        store.record(List.of(delivery("s1", 1, "desk", AT), delivery("s1", 1, "night", AT)));
        store.delivered("s1:1:desk", new Attempt(AT, 200, null, 5));

        store.record(List.of(delivery("s1", 1, "desk", AT.plusSeconds(60))));

        assertThat(store.waiting("desk", 10)).isEmpty();
        assertThat(store.pending("night")).isEqualTo(1);
    }

    @Test
    void letsOneReplicaOnlyClaimADelivery() {
        store.record(List.of(delivery("s1", 1, "desk", AT)));
        var seenByBoth = first("desk");

        assertThat(store.claim(seenByBoth, AT.plusSeconds(30))).isPresent();
        assertThat(store.claim(seenByBoth, AT.plusSeconds(31))).isEmpty();
    }

    @Test
    void offersAClaimedDeliveryAgain_whenItsReplicaDied() {
        store.record(List.of(delivery("s1", 1, "desk", AT)));
        store.claim(first("desk"), AT.plusSeconds(30));

        assertThat(first("desk").nextTry()).isEqualTo(AT.plusSeconds(30));
        assertThat(store.claim(first("desk"), AT.plusSeconds(60))).isPresent();
    }

    @Test
    void listsWhatWaits_theOldestFirst_andEarlierRevisionsFirst() {
        store.record(List.of(
                delivery("s2", 1, "desk", AT.plusSeconds(1)),
                delivery("s1", 2, "desk", AT),
                delivery("s1", 1, "desk", AT),
                delivery("s3", 1, "night", AT)));

        assertThat(store.waiting("desk", 10))
                .extracting(Waiting::key)
                .containsExactly("s1:1:desk", "s1:2:desk", "s2:1:desk");
        assertThat(store.waiting("desk", 2)).hasSize(2);
    }

    @Test
    void keepsEveryAttempt() {
        store.record(List.of(delivery("s1", 1, "desk", AT)));
        store.again("s1:1:desk", UNAVAILABLE, AT.plusSeconds(2));
        store.delivered("s1:1:desk", new Attempt(AT.plusSeconds(2), 204, null, 7));

        assertThat(all()).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
            assertThat(delivery.nextTry()).isNull();
            assertThat(delivery.attempts()).containsExactly(UNAVAILABLE, new Attempt(AT.plusSeconds(2), 204, null, 7));
        });
    }

    @Test
    void owesADeadLetterForAFailure_untilItIsWritten() {
        store.record(List.of(delivery("s1", 1, "desk", AT)));
        store.failed("s1:1:desk", UNAVAILABLE, "answered 503; given up after 15 attempts");

        assertThat(store.lettersOwed("night")).isEmpty();
        assertThat(store.lettersOwed("desk")).singleElement().satisfies(delivery -> {
            assertThat(delivery.reason()).isEqualTo("answered 503; given up after 15 attempts");
            assertThat(delivery.payload()).isEqualTo("{\"story\":\"s1\"}");
        });
        store.letterWritten("s1:1:desk");
        assertThat(store.lettersOwed("desk")).isEmpty();
        assertThat(all()).extracting(Delivery::state).containsExactly(Delivery.State.FAILED);
    }

    @Test
    void sendsAgainOnlyWhatFailed_withANewSeriesOfAttempts() {
        store.record(List.of(delivery("s1", 1, "desk", AT)));
        assertThat(store.sendAgain("s1:1:desk", AT)).isEmpty();
        store.failed("s1:1:desk", UNAVAILABLE, "answered 503");

        assertThat(store.sendAgain("s1:1:desk", AT.plusSeconds(3600))).get().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(Delivery.State.PENDING);
            assertThat(delivery.since()).isEqualTo(AT.plusSeconds(3600));
            assertThat(delivery.spent()).isEqualTo(1);
            assertThat(delivery.attempts()).containsExactly(UNAVAILABLE);
        });
        assertThat(first("desk").nextTry()).isEqualTo(AT.plusSeconds(3600));
    }

    @Test
    void countsByReceiverAndState() {
        store.record(
                List.of(delivery("s1", 1, "desk", AT), delivery("s2", 1, "desk", AT), delivery("s3", 1, "night", AT)));
        store.delivered("s1:1:desk", new Attempt(AT, 200, null, 5));

        assertThat(store.counts())
                .containsEntry("desk", Map.of("pending", 1L, "delivered", 1L))
                .containsEntry("night", Map.of("pending", 1L));
    }

    @Test
    void forgetsWhatIsOld_andNotWhatIsStillToBeDelivered() {
        store.record(List.of(
                delivery("old", 1, "desk", AT).settled(Delivery.State.SILENCED, "a drill"),
                delivery("owed", 1, "desk", AT),
                delivery("new", 1, "desk", AT.plusSeconds(10))));

        assertThat(store.forget(AT.plusSeconds(5))).isEqualTo(1);
        assertThat(all()).extracting(Delivery::story).containsExactly("new", "owed");
    }

    /** Read with payloads left out, as the API reads them. */
    private List<Delivery> all() {
        return store.find(DeliveryQuery.of(null, null, null, null, null));
    }

    private Waiting first(String receiver) {
        return store.waiting(receiver, 1).getFirst();
    }

    private static Delivery delivery(String story, int revision, String receiver, Instant created) {
        return Delivery.pending(
                Delivery.key(story, revision, receiver),
                story,
                revision,
                "protests",
                receiver,
                story + "." + revision + ".alerts",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                new Delivery.Origin("tocsin.alerts.v1", 1, 42, story),
                "{\"story\":\"" + story + "\"}",
                created);
    }
}
