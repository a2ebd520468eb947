package dev.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.TestStack;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service as a real process, configured by its environment and killed without a chance to say goodbye. */
class RestartIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final TestStack stack = new TestStack();
    private Map<String, String> addresses = Map.of();

    @BeforeEach
    void start() {
        addresses = stack.start();
    }

    @AfterEach
    void stop() {
        stack.stop();
    }

    @Test
    void goesOnWithWhatIsPending_afterItWasKilled() throws Exception {
        var status = new AtomicInteger(503);
        Process service = null;
        try (var receiver = new StubReceiver(0, (exchange, attempt) -> StubReceiver.status(status.get())
                        .to(exchange, attempt));
                var channels = new Channels(addresses.get("kafka.bootstrap.servers"));
                var mongo = MongoClients.create(addresses.get("quarkus.mongodb.connection-string"))) {
            service = notify(receiver.port());
            channels.send(Channels.alert("killed", 1, "protests"));
            channels.send(Channels.alert("killed", 2, "protests"));
            var deliveries = mongo.getDatabase("tocsin").getCollection("deliveries");
            await().atMost(PATIENCE).until(() -> deliveries.countDocuments(new Document("attempts.status", 503)) == 1);

            service.destroyForcibly().waitFor();
            int before = receiver.received().size();
            status.set(200);
            service = notify(receiver.port());

            await().atMost(PATIENCE).until(() -> deliveries.countDocuments(new Document("state", "delivered")) == 2);
            assertThat(receiver.received().subList(before, receiver.received().size()))
                    .extracting(StubReceiver.Request::idempotencyKey)
                    .containsExactly("killed:1:desk", "killed:2:desk");
        } finally {
            if (service != null) {
                service.destroy();
                assertThat(service.waitFor(20, TimeUnit.SECONDS))
                        .as("ends when asked to")
                        .isTrue();
            }
        }
    }

    private Process notify(int webhookPort) throws IOException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-jar",
                "target/quarkus-app/quarkus-run.jar");
        command.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        addresses.get("kafka.bootstrap.servers"),
                        "QUARKUS_MONGODB_CONNECTION_STRING",
                        addresses.get("quarkus.mongodb.connection-string"),
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(FreePorts.find(1)[0]),
                        "TOCSIN_NOTIFY_WEBHOOKS_DESK_URL",
                        "http://localhost:" + webhookPort + "/",
                        "TOCSIN_NOTIFY_WEBHOOKS_DESK_SECRET",
                        Webhooks.SECRET,
                        "TOCSIN_NOTIFY_ALLOW_PRIVATE_ADDRESSES",
                        "true",
                        "TOCSIN_NOTIFY_RETRY_MAX_DELAY",
                        "2S",
                        "TOCSIN_NOTIFY_ATTEMPT_TIMEOUT",
                        "2S",
                        "TOCSIN_NOTIFY_CONNECT_TIMEOUT",
                        "2S",
                        "TOCSIN_NOTIFY_IDLE",
                        "1S"));
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/restart-it.log")))
                .start();
    }
}
