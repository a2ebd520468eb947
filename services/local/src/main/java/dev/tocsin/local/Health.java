package dev.tocsin.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalInt;

/** Asks services' health endpoints (MicroProfile Health) how they are. */
final class Health implements AutoCloseable {
    private static final int UP = 200;
    private static final int DOWN = 503;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Whether it takes work. */
    boolean isReady(int port) throws InterruptedException {
        return answer(port, "ready").equals(OptionalInt.of(UP));
    }

    /** Whether it says itself that only a new process helps; not one that cannot answer, which may be frozen or starting. */
    boolean isLost(int port) throws InterruptedException {
        return answer(port, "live").equals(OptionalInt.of(DOWN));
    }

    /** Nothing where nobody listens yet, or too slowly. */
    private OptionalInt answer(int port, String question) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/" + question))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return OptionalInt.of(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
