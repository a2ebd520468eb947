package dev.tocsin.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** A receiver of webhooks that remembers what came: which alert, and under which idempotency key. */
final class Deliveries implements AutoCloseable {
    private static final String ROUTES =
            """
            receivers:
              here: {type: webhook, url: "%s", secret-env: E2E_SECRET}
            routes:
              - {name: all, to: [here]}
            """;

    private final HttpServer server;
    private final Map<String, Set<String>> keysByAlert = new ConcurrentHashMap<>();
    private final Queue<String> unreadable = new ConcurrentLinkedQueue<>();

    private Deliveries(HttpServer server) {
        this.server = server;
    }

    static Deliveries listen() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var deliveries = new Deliveries(server);
        server.createContext("/", deliveries::take);
        server.start();
        return deliveries;
    }

    String url() {
        return "http://localhost:" + port() + "/alerts";
    }

    /**
     * What a notify is to know, so that it tells of all alerts here.
     *
     * @param folder takes its routes
     */
    Map<String, String> routed(Path folder) throws IOException {
        return Map.of(
                "TOCSIN_NOTIFY_ROUTES",
                Files.writeString(folder.resolve("routes.yaml"), ROUTES.formatted(url()))
                        .toString(),
                "TOCSIN_NOTIFY_ALLOW_PRIVATE_ADDRESSES",
                "true",
                "E2E_SECRET",
                "a secret of these runs, long enough for it");
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Of each alert that came, as {@code story:revision}, the keys that it came under. */
    Map<String, Set<String>> keysByAlert() {
        return keysByAlert.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    /** What came and was no alert. */
    Queue<String> unreadable() {
        return unreadable;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            JsonNode alert = Json.mapper().readTree(exchange.getRequestBody());
            if (key == null || !alert.has("story") || !alert.has("revision")) {
                unreadable.add(String.valueOf(key));
            } else {
                keysByAlert
                        .computeIfAbsent(
                                alert.get("story").asText() + ":"
                                        + alert.get("revision").asInt(),
                                any -> ConcurrentHashMap.newKeySet())
                        .add(key);
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
