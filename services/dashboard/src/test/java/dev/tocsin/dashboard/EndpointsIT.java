package dev.tocsin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dashboard.guard.Endpoint;
import dev.tocsin.dashboard.guard.Policy;
import dev.tocsin.dashboard.guard.Role;
import dev.tocsin.dashboard.secrets.ApiKey;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint, asked by nobody and by each role. The table stands in {@code docs/endpoints.md}; an endpoint that is not
 * in it fails here, and the message says which line is missing.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
@QuarkusTestResource(LocalAdmin.class)
@TestProfile(AccessProfile.class)
class EndpointsIT {
    @Inject
    Router router;

    @Inject
    KeyStore keys;

    @TestHTTPResource("/")
    URI dashboard;

    @Test
    void hasEachEndpointInTheTable() throws Exception {
        var declared = Endpoints.declared();
        // what is no resource: routes of their own
        router.getRoutes().stream()
                .filter(r -> r.getPath() != null && r.getPath().startsWith("/api/"))
                .forEach(r -> declared.add(new Endpoint("GET", r.getPath())));
        var expected = declared.stream()
                .map(e -> line(e, Policy.needed(e).map(Role::label).orElse("open")))
                .toList();

        assertThat(Endpoints.table().entrySet().stream().map(e -> line(e.getKey(), e.getValue())))
                .as("docs/endpoints.md has one line for each endpoint, with what Policy gives it: add what could not be"
                        + " found, take out what was not expected, or mend Policy")
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String line(Endpoint endpoint, String role) {
        return "| `" + endpoint + "` | " + role + " |";
    }

    @Test
    void letsInWhoMay_andNobodyElse() throws Exception {
        var byRole = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            byRole.put(role, key(role));
        }
        var wrong = new ArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            for (var line : Endpoints.table().entrySet()) {
                var needed = Role.of(line.getValue());
                check(client, line, null, needed.isEmpty(), wrong);
                for (Map.Entry<Role, String> caller : byRole.entrySet()) {
                    boolean may = needed.map(n -> caller.getKey().covers(n)).orElse(true);
                    check(client, line, caller, may, wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(FilterThreads.ON_AN_EVENT_LOOP)
                .as("resources without @RunOnVirtualThread")
                .isEmpty();
    }

    private void check(
            HttpClient client,
            Map.Entry<Endpoint, String> line,
            Map.@Nullable Entry<Role, String> caller,
            boolean may,
            ArrayList<String> wrong)
            throws Exception {
        var endpoint = line.getKey();
        var path = endpoint.path().replaceAll("\\{[^}]*}", "none").substring(1);
        var request = HttpRequest.newBuilder(dashboard.resolve(path))
                .method(
                        endpoint.method(),
                        HttpRequest.BodyPublishers.ofString(endpoint.method().equals("GET") ? "" : "{}"))
                .header("Content-Type", type(endpoint));
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.getValue());
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        int status = answer.statusCode();
        boolean letIn = status != 401 && status != 403 || path.equals("login") || path.equals("welcome");
        // the one caller without a name is told to sign in, the others that it is not theirs
        boolean asItShould = may ? letIn || isAboutPersons(endpoint, status) : status == (caller == null ? 401 : 403);
        if (!asItShould) {
            wrong.add(endpoint + " answers "
                    + (caller == null ? "nobody" : caller.getKey().label()) + " with " + status);
        }
    }

    /** A key has neither password nor session of its own, and a provider's answer needs its question. */
    private static boolean isAboutPersons(Endpoint endpoint, int status) {
        return endpoint.path().startsWith("/settings/") && status == 403
                || endpoint.path().equals("/login/oidc/back") && status == 401;
    }

    private static String type(Endpoint endpoint) {
        return switch (endpoint.path()) {
            case "/login",
                    "/welcome",
                    "/settings/name",
                    "/settings/password",
                    "/feeds",
                    "/articles/{id}/erase",
                    "/stories/{id}/hold",
                    "/articles/searches",
                    "/articles/searches/delete" -> "application/x-www-form-urlencoded";
            case "/api/feeds/opml" -> "text/x-opml";
            case "/api/archive/import" -> "application/x-ndjson";
            default -> "application/json";
        };
    }

    private String key(Role role) {
        var key = ApiKey.fresh();
        keys.add(
                new KeyStore.Kept(key.id(), "test " + role, role, key.hash(), "test", Instant.now(), null, null, null));
        return key.text();
    }
}
