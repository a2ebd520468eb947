package dev.tocsin.e2e;

import dev.tocsin.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signed in once and follows the alerts live, now at one dashboard and then at the next, as behind a balancer: each
 * stream goes on where the one before ended.
 */
final class Follower implements AutoCloseable {
    /** A stream is left after this, whether something came or not. */
    private static final Duration TURN = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Supplier<List<String>> dashboards;
    private final String cookie;
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private volatile @Nullable String place;
    private volatile int streams;
    private volatile int refused;
    private volatile int resets;
    private volatile boolean closed;

    private Follower(Supplier<List<String>> dashboards, String cookie) {
        this.dashboards = dashboards;
        this.cookie = cookie;
    }

    /**
     * @param dashboards asked for anew with each stream
     * @param key of the local admin, with which a session is begun at the first of them
     */
    static Follower begin(Supplier<List<String>> dashboards, String key) throws IOException, InterruptedException {
        var base = dashboards.get().getFirst();
        var form = "code=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/welcome"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", base)
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.discarding());
            var cookies = answer.headers().allValues("set-cookie").stream()
                    .map(cookie -> cookie.split(";")[0])
                    .toList();
            if (cookies.isEmpty()) {
                throw new IOException("no session was begun: " + answer.statusCode());
            }
            var follower = new Follower(dashboards, String.join("; ", cookies));
            follower.clock.schedule(() -> follower.follow(0), 0, TimeUnit.SECONDS);
            return follower;
        }
    }

    /** Alerts as they came, as {@code story:revision}. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    /** Streams that were opened. */
    int streams() {
        return streams;
    }

    /** How often a dashboard did not know who this is, or did not like to say. */
    int refused() {
        return refused;
    }

    /** How often a stream did not know the place any more. */
    int resets() {
        return resets;
    }

    private void follow(int turn) {
        Thread.startVirtualThread(() -> {
            try {
                var bases = dashboards.get();
                listen(bases.get(turn % bases.size()));
            } catch (IOException | IllegalStateException e) {
                // nobody listens there now, or nobody knows where
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!closed) {
                clock.schedule(() -> follow(turn + 1), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private void listen(String base) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/api/live?types=alert"))
                .header("Cookie", cookie)
                .timeout(TURN);
        if (place != null) {
            request.header("Last-Event-ID", place);
        }
        var answer = client.send(request.build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                refused++;
            } else if (answer.statusCode() == 200) {
                streams++;
                clock.schedule(() -> end(body), TURN.toMillis(), TimeUnit.MILLISECONDS);
                read(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
            }
        }
    }

    private static void end(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // it had ended
        }
    }

    private void read(BufferedReader lines) throws IOException {
        var event = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isEmpty()) {
                event.add(line);
                continue;
            }
            switch (field(event, "event")) {
                case "alert" -> {
                    var alert = Json.mapper().readTree(field(event, "data"));
                    seen.add(alert.get("story").asText() + ":"
                            + alert.get("revision").asInt());
                }
                case "reset" -> resets++;
                default -> {}
            }
            if (!field(event, "id").isEmpty()) {
                place = field(event, "id");
            }
            event.clear();
        }
    }

    private static String field(List<String> event, String name) {
        return event.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
        client.shutdownNow();
    }
}
