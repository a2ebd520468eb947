package dev.tocsin.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.LocalBroker;
import dev.tocsin.local.LocalChannels;
import dev.tocsin.local.LocalStore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Broker and store in this JVM, and as processes of their own a {@link FeedHost} and as many ingests as are asked for. */
final class PollStack implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final int CLIENTS = 8;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Path data;
    private final LocalBroker broker;
    private final LocalStore store;
    private final int hostPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();

    private PollStack(Path data, LocalBroker broker, LocalStore store, int hostPort) {
        this.data = data;
        this.broker = broker;
        this.store = store;
        this.hostPort = hostPort;
    }

    /**
     * @param items of each feed
     * @param intervalMillis in which no feed may be asked twice
     */
    static PollStack start(int items, long intervalMillis) throws Exception {
        var data = Files.createTempDirectory("tocsin-polls");
        var broker = LocalBroker.start(data.resolve("broker"), freePort(), freePort());
        var store = LocalStore.start(data.resolve("store"), freePort());
        LocalChannels.create(broker.bootstrapServers(), Channel.DEFAULT_PREFIX, PARTITIONS, (short) 1);
        var stack = new PollStack(data, broker, store, freePort());
        stack.run(
                "host",
                List.of(
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FeedHost.class.getName(),
                        String.valueOf(stack.hostPort),
                        String.valueOf(items),
                        String.valueOf(intervalMillis)));
        stack.await("http://127.0.0.1:" + stack.hostPort + "/stats");
        return stack;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** A started ingest: where it answers, and its process. */
    record Ingest(String url, Process process) {}

    /** @param settings further system properties, without {@code -D} */
    Ingest ingest(String... settings) throws Exception {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.http.port=" + port,
                "-Dkafka.bootstrap.servers=" + broker.bootstrapServers(),
                "-Dquarkus.mongodb.connection-string=" + store.connectionString(),
                "-Dtocsin.ingest.fetch.allow-private-addresses=true"));
        for (var setting : settings) {
            command.add(setting.startsWith("-") ? setting : "-D" + setting);
        }
        command.addAll(List.of(
                "-jar",
                RunningTocsin.root()
                        .resolve("services/ingest/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        var process = run("ingest-" + port, command);
        var url = "http://localhost:" + port;
        await(url + "/q/health/ready");
        return new Ingest(url, process);
    }

    /** Adds so many feeds, spread over so many hosts, through the API. */
    void add(Ingest ingest, String path, int feeds, int hosts, String interval) throws Exception {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var posts = IntStream.range(0, feeds)
                    .mapToObj(i -> (Callable<Integer>) () -> post(
                            ingest.url() + "/feeds",
                            "{\"url\":\"http://127.0." + (i % hosts / 200 + 1) + "." + (i % hosts % 200 + 1) + ":"
                                    + hostPort + path + i + "\",\"interval\":\"" + interval + "\"}"))
                    .toList();
            for (var post : clients.invokeAll(posts)) {
                if (post.get() != 201) {
                    throw new IllegalStateException("a feed was answered with " + post.get());
                }
            }
        }
    }

    JsonNode stats() throws Exception {
        return Json.mapper().readTree(get("http://127.0.0.1:" + hostPort + "/stats"));
    }

    /** From now on no feed has anything new. */
    void freeze() throws Exception {
        get("http://127.0.0.1:" + hostPort + "/freeze");
    }

    @Override
    public void close() {
        for (var process : processes.reversed()) {
            process.destroy();
            process.onExit().join();
        }
        store.close();
        broker.close();
        http.close();
        System.out.println("logs are in " + data);
    }

    private Process run(String name, List<String> arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(name + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private void await(String url) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                if (http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (ConnectException e) {
                // not yet
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(url + " is not there; logs are in " + data);
            }
            Thread.sleep(100);
        }
    }

    private int post(String url, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private byte[] get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
