package dev.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalStore;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.routing.Alerts;
import dev.tocsin.notify.routing.Match;
import dev.tocsin.notify.routing.Route;
import dev.tocsin.notify.routing.Routes;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters that cannot be written, and queues longer than a worker looks at together. */
class OwedLettersIT {
    private static final Receiver HOOK =
            new Receiver.Webhook("hook", URI.create("https://hooks.example/"), "correct-horse-battery-staple-0001");

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock(Alerts.AT.plusSeconds(5));
    private final List<String> delivered = new ArrayList<>();
    private LocalStore server;
    private MongoClient mongo;
    private Service service;

    @BeforeEach
    void start() {
        server = LocalStore.start(folder, FreePorts.find(1)[0]);
        mongo = MongoClients.create(server.connectionString());
        service = service(new Service.NoLetters());
    }

    @AfterEach
    void stop() {
        mongo.close();
        server.close();
    }

    @Test
    void deliversWhatIsDue_whenALetterCannotBeWritten() {
        service = service(new DeadLetters() {
            @Override
            void undelivered(Delivery delivery, String reason) {
                throw new IllegalArgumentException("no such letter");
            }
        });
        service.deliveries.record(List.of(delivery("bad", 1).settled(Delivery.State.FAILED, "refused")));
        service.deliveries.record(List.of(delivery("good", 2)));

        service.worker("hook").pass();

        assertThat(delivered).containsExactly("good");
        assertThat(service.deliveries.lettersOwed("hook")).hasSize(1);
    }

    @Test
    void owesNoLetterForWhatNoMessageLedTo() {
        service = service(new DeadLetters());
        var digest = new Delivery.Origin("", 0, 0, null);
        service.deliveries.record(List.of(delivery("empty", 1, digest).settled(Delivery.State.FAILED, "refused")));

        service.worker("hook").pass();

        assertThat(service.deliveries.lettersOwed("hook")).isEmpty();
    }

    @Test
    void deliversAllThatWaits_whenItIsMoreThanOneLookTakes() {
        var many = new ArrayList<Delivery>();
        for (int i = 1; i <= 501; i++) {
            many.add(delivery("d" + i, i));
        }
        service.deliveries.record(many);

        assertThat(service.worker("hook").pass()).isZero();
        assertThat(service.metrics.waiting("hook")).isEqualTo(1);
        service.worker("hook").pass();
        assertThat(delivered).hasSize(501);
        assertThat(service.metrics.waiting("hook")).isZero();
    }

    private Delivery delivery(String key, int revision) {
        return delivery(key, revision, new Delivery.Origin("tocsin.alerts.v1", 0, 1, "s1"));
    }

    private Delivery delivery(String key, int revision, Delivery.Origin origin) {
        return Delivery.pending(key, "s1", revision, "protests", "hook", key, "", origin, "{}", clock.instant());
    }

    private Service service(DeadLetters letters) {
        var route = Route.plain("r", Match.ofTopics(Set.of(), Match.REAL), List.of("hook"));
        return new Service(
                new Routes(Map.of("hook", HOOK), List.of(route), List.of()),
                mongo,
                clock,
                (receiver, delivery) -> {
                    delivered.add(delivery.key());
                    return new Outcome.Delivered(200);
                },
                letters,
                1000);
    }
}
