package dev.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tocsin.contracts.Alert;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalStore;
import dev.tocsin.notify.delivery.Circuit;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.DeliveryQuery;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.message.Forms;
import dev.tocsin.notify.message.Outgoing;
import dev.tocsin.notify.routing.Alerts;
import dev.tocsin.notify.routing.Match;
import dev.tocsin.notify.routing.Route;
import dev.tocsin.notify.routing.Routes;
import dev.tocsin.notify.routing.Silence;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that fail for long, by a clock that the test moves. */
class BadDaysIT {
    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock(Alerts.AT.plusSeconds(5));
    private final List<Instant> attempts = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private Outcome answer = new Outcome.Retryable(500, "answered 500", null);
    private LocalStore server;
    private MongoClient mongo;

    @BeforeEach
    void start() {
        server = LocalStore.start(folder, FreePorts.find(1)[0]);
        mongo = MongoClients.create(server.connectionString());
    }

    @AfterEach
    void stop() {
        mongo.close();
        server.close();
    }

    @Test
    void leavesAReceiverAlone_andLosesNothing_whenItFailsForAnHour() {
        var service = service(1000);
        for (int i = 1; i <= 20; i++) {
            service.take(Alerts.alert("s" + i, 1));
        }
        run(service, Duration.ofHours(1));
        assertThat(service.worker("hook").health().circuit().state(clock.instant()))
                .isNotEqualTo(Circuit.State.CLOSED);
        assertThat(service.worker("hook").health().error()).isEqualTo("answered 500");
        // five to open it, then one a minute
        assertThat(attempts).hasSizeBetween(30, 5 + 61);

        answer = new Outcome.Delivered(200);
        run(service, Duration.ofHours(1));
        assertThat(delivered).hasSize(20).doesNotHaveDuplicates();
        assertThat(service.worker("hook").health().circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(states(service)).containsOnly(Delivery.State.DELIVERED);
    }

    @Test
    void deliversAllOnce_afterAWebhookAnswered500_andAMailServerHung_forAnHour() throws Exception {
        var wellAgain = new AtomicBoolean();
        var hung = new ServerSocket(0);
        try (var webhook = new StubReceiver(
                0, (exchange, attempt) -> exchange.sendResponseHeaders(wellAgain.get() ? 204 : 500, -1))) {
            var config = Map.of(
                    "tocsin.notify.mail.host", "localhost",
                    "tocsin.notify.mail.port", String.valueOf(hung.getLocalPort()),
                    "tocsin.notify.mail.tls", "none",
                    "tocsin.notify.mail.from", "Tocsin <tocsin@example.org>",
                    "tocsin.notify.allow-private-addresses", "true",
                    "tocsin.notify.attempt-timeout", "0.1S");
            var service = reallySending(config, URI.create("http://localhost:" + webhook.port() + "/"));
            for (int i = 1; i <= 3; i++) {
                service.take(Alerts.alert("s" + i, 1));
            }
            run(service, Duration.ofHours(1));
            assertThat(states(service)).hasSize(6).containsOnly(Delivery.State.PENDING);
            assertThat(service.worker("hook").health().error()).isEqualTo("answered 500");
            assertThat(service.worker("mail").health().circuit().state(clock.instant()))
                    .isNotEqualTo(Circuit.State.CLOSED);
            int asked = webhook.received().size();
            assertThat(asked).isBetween(15, 5 + 61);

            wellAgain.set(true);
            hung.close();
            var mails = new GreenMail(new ServerSetup(hung.getLocalPort(), "localhost", ServerSetup.PROTOCOL_SMTP));
            mails.start();
            try {
                run(service, Duration.ofHours(1));
                assertThat(states(service)).containsOnly(Delivery.State.DELIVERED);
                assertThat(webhook.received().subList(asked, asked + 3))
                        .extracting(StubReceiver.Request::idempotencyKey)
                        .containsExactlyInAnyOrder("s1:1:hook", "s2:1:hook", "s3:1:hook");
                assertThat(webhook.received()).hasSize(asked + 3);
                assertThat(mails.getReceivedMessages()).hasSize(3);
            } finally {
                mails.stop();
            }
        } finally {
            hung.close();
        }
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        answer = new Outcome.Retryable(429, "answered 429", Duration.ofMinutes(7));
        var service = service(1000);
        service.take(Alerts.alert("s1", 1));
        run(service, Duration.ofMinutes(20));

        assertThat(attempts).hasSize(3);
        assertThat(Duration.between(attempts.get(0), attempts.get(1)))
                .isBetween(Duration.ofMinutes(7), Duration.ofMinutes(8));
    }

    @Test
    void keepsWhatItGaveUp_andSendsItAgainUnderTheSameKey() {
        answer = new Outcome.Refused(400, "answered 400");
        var service = service(1000);
        service.take(Alerts.alert("s1", 1));
        run(service, Duration.ofMinutes(1));
        assertThat(states(service)).containsExactly(Delivery.State.FAILED);

        answer = new Outcome.Delivered(200);
        assertThat(service.deliveries.sendAgain("s1:1:hook", clock.instant())).isPresent();
        run(service, Duration.ofMinutes(1));

        assertThat(states(service)).containsExactly(Delivery.State.DELIVERED);
        assertThat(delivered).containsExactly("s1:1:hook");
    }

    @Test
    void keepsWhatAFullQueueHasNoRoomFor() {
        var service = service(2);
        for (int i = 1; i <= 5; i++) {
            service.take(Alerts.alert("s" + i, 1));
        }
        service.dispatcher.pass();

        assertThat(states(service))
                .hasSize(5)
                .filteredOn(Delivery.State.FAILED::equals)
                .hasSize(3);
        assertThat(all(service))
                .filteredOn(delivery -> delivery.state() == Delivery.State.FAILED)
                .allSatisfy(delivery -> assertThat(delivery.reason()).contains("queue of the receiver is full"));
    }

    @Test
    void recordsWhatASilenceKeptBack_andTellsAgainWhenItIsOver() {
        answer = new Outcome.Delivered(200);
        var service = service(1000);
        service.silences.add(new Silence(
                "x",
                Match.ofTopics(Set.of("protests"), Set.of(Alert.Status.Actual)),
                clock.instant(),
                clock.instant().plus(Duration.ofMinutes(10)),
                "anna",
                "a drill"));
        service.take(Alerts.alert("s1", 1));
        run(service, Duration.ofMinutes(11));
        service.take(Alerts.alert("s1", 2));
        run(service, Duration.ofMinutes(1));

        assertThat(delivered).containsExactly("s1:2:hook");
        assertThat(all(service))
                .filteredOn(delivery -> delivery.state() == Delivery.State.SILENCED)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.reason()).startsWith("silenced by anna until"));
    }

    private Service service(int queueLimit) {
        Receiver hook =
                new Receiver.Webhook("hook", URI.create("https://hooks.example/"), "correct-horse-battery-staple-0001");
        var route = Route.plain("r", Match.ofTopics(Set.of(), Match.REAL), List.of("hook"));
        return new Service(
                new Routes(Map.of("hook", hook), List.of(route), List.of()),
                mongo,
                clock,
                (receiver, delivery) -> {
                    attempts.add(clock.instant());
                    if (answer instanceof Outcome.Delivered) {
                        delivered.add(delivery.key());
                    }
                    return answer;
                },
                queueLimit);
    }

    /** By HTTP and SMTP, not as {@code answer} has it. */
    private Service reallySending(Map<String, String> settings, URI hook) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(NotifyConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .build()
                .getConfigMapping(NotifyConfig.class);
        var forms = new Forms(null, "tocsin.example");
        var http = new HttpClient(config, clock);
        var mail = new MailClient(config, clock);
        Map<String, Receiver> receivers = Map.of(
                "hook", new Receiver.Webhook("hook", hook, "correct-horse-battery-staple-0001"),
                "mail", new Receiver.Mailbox("mail", List.of("desk@example.org")));
        return new Service(
                new Routes(
                        receivers,
                        List.of(Route.plain("r", Match.ofTopics(Set.of(), Match.REAL), List.of("hook", "mail"))),
                        List.of()),
                mongo,
                clock,
                (receiver, delivery) -> switch (forms.of(receiver, delivery, clock.instant())) {
                    case Outgoing.Post post -> http.send(post);
                    case Outgoing.Mail letter -> mail.send(letter);
                },
                1000);
    }

    private void run(Service service, Duration time) {
        for (var left = time; left.isPositive(); left = left.minusSeconds(10)) {
            service.run();
            clock.forward(Duration.ofSeconds(10));
        }
    }

    private static List<Delivery> all(Service service) {
        return service.deliveries.find(DeliveryQuery.of(null, null, null, null, "200"));
    }

    private static List<Delivery.State> states(Service service) {
        return all(service).stream().map(Delivery::state).toList();
    }
}
