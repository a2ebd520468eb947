package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A browser as far as access is concerned: it keeps cookies, says which site a form is of, and follows no redirect. */
final class PlainBrowser implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger(2);

    private final String address = "127.0.0." + NEXT.getAndIncrement();
    // an address of its own, so that no test slows another down
    private final HttpClient client =
            HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build();
    private final URI dashboard;
    private final Map<String, String> cookies = new HashMap<>();

    PlainBrowser(URI dashboard) {
        this.dashboard = dashboard;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(dashboard.resolve(path)));
    }

    HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
        var body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(own(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> json(String method, String path, String body) throws Exception {
        return send(own(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As a key of the local admin's would. */
    JsonNode asAdmin(String method, String path, String body) throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(dashboard.resolve(path))
                        .header("Authorization", "Bearer " + LocalAdmin.KEY)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.body().isEmpty()
                ? Json.mapper().createObjectNode().put("status", answer.statusCode())
                : Json.mapper().readTree(answer.body());
    }

    /** Invites somebody, and signs in as them with a password. */
    PlainBrowser signedUp(String id, String name, String role, String password) throws Exception {
        var invited = asAdmin(
                "POST",
                "api/users",
                Json.mapper()
                        .createObjectNode()
                        .put("id", id)
                        .put("name", name)
                        .put("role", role)
                        .toString());
        form("welcome", Map.of("code", invited.path("code").asText(), "password", password));
        return this;
    }

    /** A request of one of the dashboard's pages. */
    HttpRequest.Builder own(String path) {
        return HttpRequest.newBuilder(dashboard.resolve(path))
                .header("Origin", dashboard.toString().replaceAll("/$", ""));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (var set : answer.headers().allValues("Set-Cookie")) {
            var pair = set.substring(0, set.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    String address() {
        return address;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
