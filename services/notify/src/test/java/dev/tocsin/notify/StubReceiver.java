package dev.tocsin.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody's webhook: keeps what it was sent and answers as it is told. */
final class StubReceiver implements AutoCloseable {
    /** What it does with a request, the count of those for the same delivery told. */
    interface Answer {
        void to(HttpExchange exchange, int attempt) throws IOException;
    }

    /** A request as it came. */
    record Request(String idempotencyKey, String event, String timestamp, String signature, String type, byte[] body) {
        static Request of(HttpExchange exchange) throws IOException {
            var headers = exchange.getRequestHeaders();
            return new Request(
                    headers.getFirst("Idempotency-Key"),
                    headers.getFirst("Tocsin-Event"),
                    headers.getFirst("Tocsin-Timestamp"),
                    headers.getFirst("Tocsin-Signature"),
                    headers.getFirst("Content-Type"),
                    exchange.getRequestBody().readAllBytes());
        }

        String text() {
            return new String(body, UTF_8);
        }
    }

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    StubReceiver(int port, Answer answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var request = Request.of(exchange);
                requests.add(request);
                answer.to(exchange, received(request.idempotencyKey()).size());
            }
        });
        server.start();
    }

    static Answer status(int status) {
        return (exchange, attempt) -> exchange.sendResponseHeaders(status, -1);
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Request> received(String idempotencyKey) {
        return requests.stream()
                .filter(r -> idempotencyKey.equals(r.idempotencyKey()))
                .toList();
    }

    List<Request> received() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
