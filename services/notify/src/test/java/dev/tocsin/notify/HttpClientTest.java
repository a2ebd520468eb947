package dev.tocsin.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.message.Outgoing;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HttpClientTest {
    private static final byte[] KILOBYTE = new byte[1024];

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "LOCALHOST"})
    void connectsToNoPrivateAddress_howeverItIsWritten(String host) throws IOException {
        try (var receiver = new StubReceiver(0, StubReceiver.status(200))) {
            var outcome = post(false, "http://" + host + ":" + receiver.port() + "/");

            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void saysHowToAllowIt_whenAnAddressIsPrivate() throws IOException {
        assertThat(post(false, "http://localhost:1/"))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                        .contains("localhost", "tocsin.notify.allow-private-addresses=true"));
    }

    @Test
    void doesNotFollowARedirect() throws IOException {
        try (var target = new StubReceiver(0, StubReceiver.status(200));
                var receiver = new StubReceiver(0, (exchange, attempt) -> {
                    exchange.getResponseHeaders().set("Location", "http://localhost:" + target.port() + "/");
                    exchange.sendResponseHeaders(307, -1);
                })) {
            assertThat(post(receiver)).isInstanceOf(Outcome.Refused.class);
            assertThat(target.received()).isEmpty();
        }
    }

    @Test
    void endsInTime_whenTheAnswerComesByteAfterByte() throws IOException {
        try (var server = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> dripHeaders(server));

            var outcome = post(true, "http://localhost:" + server.getLocalPort() + "/", "1S");

            assertThat(outcome).isEqualTo(new Outcome.Retryable(null, "no answer within PT1S", null));
        }
    }

    @Test
    void isDelivered_howeverLongTheBodyOfTheAnswer() throws IOException {
        try (var receiver = new StubReceiver(0, (exchange, attempt) -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 200 * 1024; i++) {
                exchange.getResponseBody().write(KILOBYTE);
            }
        })) {
            assertThat(post(receiver)).isEqualTo(new Outcome.Delivered(200));
        }
    }

    @Test
    void comesBackLater_whenNobodyListens() throws IOException {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(post(true, "http://localhost:" + port + "/"))
                .isInstanceOfSatisfying(
                        Outcome.Retryable.class, o -> assertThat(o.reason()).contains("refused"));
    }

    @Test
    void hearsRetryAfter() throws IOException {
        try (var receiver = new StubReceiver(0, (exchange, attempt) -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(503, -1);
        })) {
            assertThat(post(receiver)).isEqualTo(new Outcome.Retryable(503, "answered 503", Duration.ofSeconds(7)));
        }
    }

    private static Outcome post(StubReceiver receiver) throws IOException {
        return post(true, "http://localhost:" + receiver.port() + "/");
    }

    private static Outcome post(boolean allowPrivate, String url) throws IOException {
        return post(allowPrivate, url, "30S"); // far more than an answer needs on a busy machine
    }

    private static Outcome post(boolean allowPrivate, String url, String patience) throws IOException {
        var config = new SmallRyeConfigBuilder()
                .withMapping(NotifyConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "tocsin.notify.allow-private-addresses",
                                String.valueOf(allowPrivate),
                                "tocsin.notify.attempt-timeout",
                                patience),
                        "test",
                        300))
                .build()
                .getConfigMapping(NotifyConfig.class);
        var client = new HttpClient(config, Clock.systemUTC());
        try {
            return client.send(new Outgoing.Post(
                    URI.create(url),
                    Map.of("Content-Type", "application/json", "Idempotency-Key", "s1:1:desk"),
                    "{}".getBytes(UTF_8)));
        } finally {
            client.close();
        }
    }

    /** Sends a header that never ends, slowly enough that no socket time-out ever sees a pause. */
    private static void dripHeaders(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes());
            var pace = new java.util.concurrent.Semaphore(0);
            while (!pace.tryAcquire(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException e) {
            // the client has gone
        }
    }
}
