package dev.tocsin.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events that remembers what it got, as a browser does. */
final class EventClient implements AutoCloseable {
    /** One event that was dispatched. */
    record Event(String type, String id, String data) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";

    EventClient(URI live, @Nullable String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(live);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        response = http.send(request.build(), BodyHandlers.ofInputStream());
        Thread.ofVirtual().start(this::read);
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** All but the signs of life. */
    List<Event> events() {
        return events.stream().filter(e -> !e.type().equals("beat")).toList();
    }

    /** The events that speak of a story. */
    List<Event> of(String story) {
        return events().stream()
                .filter(e -> e.data().contains('"' + story + '"'))
                .toList();
    }

    Optional<Event> beat() {
        return events.stream().filter(e -> e.type().equals("beat")).findFirst();
    }

    String lastId() {
        return lastId;
    }

    private void read() {
        var type = "message";
        var data = "";
        try (var lines =
                new java.io.BufferedReader(new java.io.InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data += line.substring(6);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(type, lastId, data));
                    }
                    type = "message";
                    data = "";
                }
            }
        } catch (IOException e) {
            // closed by the test, or by the server: either way there is no more
        }
    }

    @Override
    public void close() throws IOException {
        response.body().close();
        http.shutdownNow();
    }
}
