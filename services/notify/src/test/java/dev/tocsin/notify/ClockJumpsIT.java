package dev.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalStore;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.routing.Alerts;
import dev.tocsin.notify.routing.RoutesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that jumps, by an hour either way or to 1970: nothing is told twice by it, and nothing waits for an hour. */
class ClockJumpsIT {
    private static final String ROUTES =
            """
            receivers:
              mail: {type: mail, to: [desk@example.org]}
              pager: {type: pagerduty, key-env: SECRET}
            routes:
              - name: gathering
                match: {topics: [protests]}
                group: {by: story, wait: 30s, interval: 5m}
                to: [mail]
                escalate: [{after: 10m, to: [pager]}]
            """;

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock(Alerts.AT.plusSeconds(5));
    private final List<String> sent = new ArrayList<>();
    private Outcome answer = new Outcome.Delivered(200);
    private LocalStore server;
    private MongoClient mongo;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        server = LocalStore.start(folder.resolve("store"), FreePorts.find(1)[0]);
        mongo = MongoClients.create(server.connectionString());
        var file = Files.writeString(folder.resolve("routes.yaml"), ROUTES);
        service = new Service(
                RoutesFile.read(file, Map.of("SECRET", "correct-horse-battery-staple-0001")::get),
                mongo,
                clock,
                (receiver, delivery) -> {
                    if (answer instanceof Outcome.Delivered) {
                        sent.add(delivery.key());
                    }
                    return answer;
                },
                1000);
    }

    @AfterEach
    void stop() {
        mongo.close();
        server.close();
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"PT1H", "PT-1H", "P-18998D"})
    void tellsWhatGathers_andTheNextRevision_inTheirTime(Duration by) {
        service.take(Alerts.alert("s1", 1));
        clock.forward(by);
        run(Duration.ofMinutes(1));
        assertThat(mails()).containsExactly("s1:1:mail");

        service.take(Alerts.alert("s1", 2));
        clock.forward(by.negated());
        run(Duration.ofMinutes(6));
        assertThat(mails()).containsExactly("s1:1:mail", "s1:2:mail");

        service.take(Alerts.alert("s1", 3));
        clock.forward(by);
        run(Duration.ofMinutes(2));
        assertThat(mails()).startsWith("s1:1:mail", "s1:2:mail", "s1:3:mail").doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"PT1H", "PT-1H", "P-18998D"})
    void asksAReceiverThatFailedSoon(Duration by) {
        answer = new Outcome.Retryable(503, "answered 503", null);
        service.take(Alerts.alert("s1", 1));
        run(Duration.ofMinutes(5));
        clock.forward(by);
        answer = new Outcome.Delivered(200);
        run(Duration.ofMinutes(2));

        assertThat(mails()).containsExactly("s1:1:mail");
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"PT1H", "PT-1H", "P-18998D"})
    void escalatesOnce_whenNobodyAnswers(Duration by) {
        service.take(Alerts.alert("s1", 1));
        run(Duration.ofMinutes(1));
        clock.forward(by);
        run(Duration.ofMinutes(11));

        assertThat(sent).containsExactly("s1:1:mail", "escalation:gathering:s1:1:1:pager");
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"PT-1H", "P-18998D"})
    void escalatesNothing_thatWasAnsweredAfterTheClockWasPutBack(Duration by) {
        service.take(Alerts.alert("s1", 1));
        run(Duration.ofMinutes(1));
        clock.forward(by);
        service.take(new Verdict(
                "v1", "s1", "protests", Verdict.Kind.ACKNOWLEDGED, "anna", clock.instant(), null, null, null));
        run(Duration.ofMinutes(30));

        assertThat(sent).containsExactly("s1:1:mail");
    }

    /** Without those that nobody answered for an hour by the clock. */
    private List<String> mails() {
        return sent.stream().filter(key -> key.endsWith(":mail")).toList();
    }

    private void run(Duration time) {
        for (var left = time; left.isPositive(); left = left.minusSeconds(10)) {
            service.run();
            clock.forward(Duration.ofSeconds(10));
        }
    }
}
