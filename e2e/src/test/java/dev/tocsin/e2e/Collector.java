package dev.tocsin.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes spans as OpenTelemetry's collector does, by OTLP over HTTP in JSON. */
final class Collector implements AutoCloseable {
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /**
     * A span that came.
     *
     * @param parent empty where the trace begins
     */
    record Told(String service, String trace, String id, String parent, String name) {}

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            int status = take(exchange.getRequestBody().readAllBytes()) ? 200 : 400;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that came until now, by trace. */
    Map<String, List<Told>> traces() {
        return told.stream().collect(Collectors.groupingBy(Told::trace));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private boolean take(byte[] body) {
        try {
            for (var resource : Json.read(body, JsonNode.class).path("resourceSpans")) {
                var service =
                        resource.at("/resource/attributes/0/value/stringValue").asText();
                for (var span : resource.at("/scopeSpans/0/spans")) {
                    told.add(new Told(
                            service,
                            span.path("traceId").asText(),
                            span.path("spanId").asText(),
                            span.path("parentSpanId").asText(),
                            span.path("name").asText()));
                }
            }
            return true;
        } catch (UnreadableMessageException e) {
            return false;
        }
    }
}
