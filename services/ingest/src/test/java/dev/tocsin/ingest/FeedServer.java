package dev.tocsin.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A small web server on loopback whose pages the test writes, and which remembers what it was asked. */
final class FeedServer implements AutoCloseable {
    /** Answers one request; may take its time, and may never end. */
    interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, List<String>> conditions = new ConcurrentHashMap<>();

    FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Puts a page at a path of its own and gives its address. */
    String page(String path, Page page) {
        pages.put(path, page);
        return page(path);
    }

    /** The address of a path, whatever is there. */
    String page(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The If-None-Match header of each request of a page, {@code -} for none. */
    List<String> conditions(String path) {
        return conditions.getOrDefault(path, List.of());
    }

    static Page feed(byte[] body) {
        return exchange -> send(exchange, 200, body);
    }

    static Page status(int status) {
        return exchange -> send(exchange, status, new byte[0]);
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var condition = exchange.getRequestHeaders().getFirst("If-None-Match");
        conditions.computeIfAbsent(path, p -> new CopyOnWriteArrayList<>()).add(condition == null ? "-" : condition);
        try (exchange) {
            pages.getOrDefault(path, status(404)).answer(exchange);
        }
    }
}
