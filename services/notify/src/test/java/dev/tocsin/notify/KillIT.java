package dev.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalStore;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.routing.Alerts;
import dev.tocsin.notify.routing.Routes;
import dev.tocsin.notify.routing.RoutesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service at each of its writes to the store, once before it is done and once after, lets a new one go on, and
 * looks at what receivers were sent: nothing is missing, and what comes twice comes under the same key.
 */
class KillIT {
    private static final String ROUTES =
            """
            receivers:
              mail: {type: mail, to: [desk@example.org]}
              hook: {type: webhook, url: "https://hooks.example/", secret-env: SECRET}
              pager: {type: pagerduty, key-env: SECRET}
            routes:
              - {name: at-once, to: [hook]}
              - name: gathering
                group: {by: topic, wait: 30s, interval: 5m}
                to: [mail]
                escalate: [{after: 10m, to: [pager]}, {after: 30m, to: [mail]}]
              - name: morning
                digest: {every: hour, zone: UTC, empty: true}
                to: [mail]
            """;

    @TempDir
    private Path folder;

    private LocalStore server;
    private MongoClient mongo;
    private Routes routes;
    private final List<String> sent = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();
    private FakeClock clock;

    @BeforeEach
    void start() throws Exception {
        server = LocalStore.start(folder.resolve("store"), FreePorts.find(1)[0]);
        mongo = MongoClients.create(server.connectionString());
        var file = Files.writeString(folder.resolve("routes.yaml"), ROUTES);
        routes = RoutesFile.read(file, Map.of("SECRET", "correct-horse-battery-staple-0001")::get);
    }

    @AfterEach
    void stop() {
        mongo.close();
        server.close();
    }

    @Test
    void losesNothingAndInventsNoKey_whereverItIsKilled() {
        var whole = new FaultyMongo(0, false);
        play(whole);
        var expected = List.copyOf(sent).stream().distinct().sorted().toList();
        assertThat(expected)
                .as("what is told when nobody dies")
                .contains("s1:1:hook", "s1:2:hook", "s2:1:hook", "escalation:gathering:s2:1:1:pager")
                .anyMatch(key -> key.startsWith("group:gathering|protests:1:"))
                .anyMatch(key -> key.startsWith("digest:morning|morning:1:"))
                .anyMatch(key -> key.startsWith("digest:morning|morning:2:"))
                .noneMatch(key -> key.startsWith("escalation:gathering:s1"))
                .noneMatch(key -> key.startsWith("escalation:gathering:s2:1:2"));
        assertThat(whole.writes()).isGreaterThan(40);

        for (int write = 1; write <= whole.writes(); write++) {
            for (boolean after : new boolean[] {false, true}) {
                play(new FaultyMongo(write, after));

                assertThat(sent.stream().distinct().sorted())
                        .as("keys, killed %s write %d", after ? "after" : "before", write)
                        .containsExactlyElementsOf(expected);
                assertThat(payloads.stream().distinct())
                        .as("one content a key, killed at write %d", write)
                        .hasSameSizeAs(expected);
            }
        }
    }

    /** Two stories, one answered at once and one too late, two hours long; each step is taken anew by a process that died. */
    private void play(FaultyMongo fault) {
        mongo.getDatabase("tocsin").drop();
        sent.clear();
        payloads.clear();
        clock = new FakeClock(Alerts.AT.plusSeconds(5));
        var process = new Process(fault);
        process.step(service -> service.take(Alerts.alert("s1", 1)));
        process.step(service -> service.take(Alerts.alert("s2", 1)));
        process.step(Service::run);
        process.forward(Duration.ofSeconds(40), 2);
        process.step(service -> service.take(verdict("v1", "s1")));
        process.step(service -> service.take(Alerts.alert("s1", 2)));
        process.forward(Duration.ofMinutes(11), 6);
        process.step(service -> service.take(verdict("v2", "s2")));
        process.forward(Duration.ofMinutes(50), 5);
        process.forward(Duration.ofHours(1), 3);
        // until the lease of what a dead process had in hand is over
        process.forward(Duration.ofMinutes(10), 2);
    }

    private Verdict verdict(String id, String story) {
        return new Verdict(id, story, "protests", Verdict.Kind.ACKNOWLEDGED, "anna", clock.instant(), null, null, null);
    }

    /** A process that is followed by another one when it dies; what it was at comes to the next one again. */
    private final class Process {
        private final FaultyMongo fault;
        private Service service;

        Process(FaultyMongo fault) {
            this.fault = fault;
            service = begin();
        }

        private Service begin() {
            try {
                return service(fault.around(mongo));
            } catch (FaultyMongo.Killed e) {
                return service(mongo);
            }
        }

        void step(Consumer<Service> step) {
            try {
                step.accept(service);
            } catch (FaultyMongo.Killed e) {
                service = service(mongo);
                step.accept(service);
            }
        }

        /** Time goes by in some steps, and all that falls due is done. */
        void forward(Duration by, int steps) {
            for (int i = 0; i < steps; i++) {
                clock.forward(by.dividedBy(steps));
                step(Service::run);
            }
        }
    }

    private Service service(MongoClient client) {
        return new Service(
                routes,
                client,
                clock,
                (receiver, delivery) -> {
                    sent.add(delivery.key());
                    payloads.add(delivery.key() + " " + delivery.payload());
                    return new Outcome.Delivered(200);
                },
                1000);
    }
}
