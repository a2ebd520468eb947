package dev.tocsin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users, keys and the audit trail, as an admin's programs see them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
@QuarkusTestResource(LocalAdmin.class)
@TestProfile(AccessProfile.class)
class RosterIT {
    private static final String PASSWORD = "four words are enough";

    @TestHTTPResource("/")
    URI dashboard;

    @Inject
    Database database;

    @Inject
    AuditStore audit;

    private PlainBrowser browser;

    @BeforeEach
    void open() {
        browser = new PlainBrowser(dashboard);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private String key(String role) throws Exception {
        return browser.asAdmin("POST", "api/keys", "{\"name\":\"a wall\",\"role\":\"" + role + "\"}")
                .path("key")
                .asText();
    }

    private int with(String header, String value, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(dashboard.resolve(path)).header(header, value))
                .statusCode();
    }

    @Test
    void takesAKey_inEachFormThatProgramsSendIt() throws Exception {
        var key = key("viewer");
        var basic = Base64.getEncoder().encodeToString(("feed reader:" + key).getBytes(StandardCharsets.UTF_8));

        assertThat(with("Authorization", "Bearer " + key, "api/alerts")).isEqualTo(200);
        assertThat(with("X-API-Key", key, "api/alerts")).isEqualTo(200);
        assertThat(with("Authorization", "Basic " + basic, "api/alerts.atom")).isEqualTo(200);
        assertThat(with("Authorization", "Basic " + basic, "api/alerts/story-1/cap.xml"))
                .isEqualTo(200);
        assertThat(with("Authorization", "Bearer " + key + "x", "api/alerts")).isEqualTo(401);
        assertThat(browser.get("api/alerts.atom")
                        .headers()
                        .firstValue("WWW-Authenticate")
                        .orElseThrow())
                .startsWith("Basic ");
    }

    @Test
    void keepsNothingOfAKeyThatLetsAnybodyIn() throws Exception {
        var key = key("viewer");

        for (var document : database.collection("keys").find()) {
            assertThat(document.toJson()).doesNotContain(key.substring(key.length() - 20));
        }
    }

    @Test
    void tellsWhenAKeyWasUsed_andEndsItAtOnce() throws Exception {
        var key = key("viewer");
        with("X-API-Key", key, "api/alerts");
        var id = key.split("_")[1];

        var listed = browser.asAdmin("GET", "api/keys", "").path("items");
        assertThat(listed).anySatisfy(k -> {
            assertThat(k.path("id").asText()).isEqualTo(id);
            assertThat(Instant.parse(k.path("usedAt").asText())).isAfter(Instant.EPOCH);
            assertThat(k.path("usedFrom").asText()).isEqualTo(browser.address());
            assertThat(k.path("key").isNull()).isTrue();
        });
        assertThat(browser.asAdmin("DELETE", "api/keys/" + id, "")
                        .path("status")
                        .asInt())
                .isEqualTo(204);
        assertThat(with("X-API-Key", key, "api/alerts")).isEqualTo(401);
    }

    @Test
    void knowsAKeyNoMore_whenItHasEnded() throws Exception {
        var key = key("viewer");
        database.collection("keys")
                .updateOne(
                        com.mongodb.client.model.Filters.eq("_id", key.split("_")[1]),
                        com.mongodb.client.model.Updates.set("expiresAt", java.util.Date.from(Instant.EPOCH)));

        assertThat(with("X-API-Key", key, "api/alerts")).isEqualTo(401);
    }

    @Test
    void endsAStream_whenItsKeyIsRevoked() throws Exception {
        var key = key("viewer");
        try (var client = HttpClient.newHttpClient()) {
            var stream = client.send(
                    HttpRequest.newBuilder(dashboard.resolve("api/live"))
                            .header("X-API-Key", key)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            var ended = Thread.ofVirtual().start(() -> {
                try {
                    stream.body().readAllBytes();
                } catch (java.io.IOException e) {
                    // cut off, which is an end too
                }
            });
            browser.asAdmin("DELETE", "api/keys/" + key.split("_")[1], "");

            await().atMost(Duration.ofSeconds(20)).until(() -> !ended.isAlive());
        }
    }

    @Test
    void refusesWrongUsersAndKeys_sayingWhy() throws Exception {
        assertThat(browser.asAdmin("POST", "api/users", "{\"id\":\"a b\",\"name\":\"A\",\"role\":\"viewer\"}")
                        .path("status")
                        .asInt())
                .isEqualTo(422);
        assertThat(browser.asAdmin("POST", "api/users", "{\"id\":\"a\",\"name\":\"A\",\"role\":\"pusher\"}")
                        .path("detail")
                        .asText())
                .contains("viewer, analyst or admin");
        assertThat(browser.asAdmin("POST", "api/users", "{}").path("status").asInt())
                .isEqualTo(422);
        assertThat(browser.asAdmin("POST", "api/users", "[").path("status").asInt())
                .isEqualTo(400);
        assertThat(browser.asAdmin("POST", "api/keys", "{\"name\":\"x\",\"role\":\"viewer\",\"days\":-1}")
                        .path("status")
                        .asInt())
                .isEqualTo(422);
        assertThat(browser.asAdmin("PATCH", "api/users/nobody", "{\"role\":\"admin\"}")
                        .path("status")
                        .asInt())
                .isEqualTo(404);
    }

    @Test
    void countsAtOnce_whenSomebodyGetsAnotherRoleOrIsShutOut() throws Exception {
        browser.signedUp("mover", "Mover", "viewer", PASSWORD);
        assertThat(browser.json("POST", "api/silences", "{}").statusCode()).isEqualTo(403);

        browser.asAdmin("PATCH", "api/users/mover", "{\"role\":\"analyst\"}");
        assertThat(browser.json("POST", "api/silences", "{}").statusCode()).isEqualTo(201);

        browser.asAdmin("PATCH", "api/users/mover", "{\"disabled\":true}");
        assertThat(browser.get("api/me").statusCode()).isEqualTo(401);
        assertThat(browser.form("login", Map.of("login", "mover", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void letsNobodyTakeTheirOwnPlaceAway() throws Exception {
        browser.signedUp("chief", "Chief", "admin", PASSWORD);

        assertThat(browser.json("PATCH", "api/users/chief", "{\"role\":\"viewer\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser.json("DELETE", "api/users/chief", "").statusCode()).isEqualTo(409);
    }

    @Test
    void writesDownWhoChangedWhat_orTriedTo_andNoSecret() throws Exception {
        browser.signedUp("audited", "Audited", "viewer", PASSWORD);
        browser.json("DELETE", "api/feeds/feed-1", "");
        var secret = key("viewer");
        browser.form("login", Map.of("login", "audited", "password", "a password typed wrongly"));

        var trail = browser.asAdmin("GET", "api/audit?by=audited", "").path("items");
        assertThat(trail).anySatisfy(e -> {
            assertThat(e.path("what").asText()).isEqualTo("DELETE /api/feeds/{id}");
            assertThat(e.path("path").asText()).isEqualTo("/api/feeds/feed-1");
            assertThat(e.path("outcome").asText()).isEqualTo("refused");
            assertThat(e.path("from").asText()).isEqualTo(browser.address());
        });
        assertThat(trail).anySatisfy(e -> assertThat(e.path("what").asText()).isEqualTo("sign-in"));
        var done = browser.asAdmin("GET", "api/audit?by=local&outcome=done&limit=5", "")
                .toString();
        assertThat(done).contains("POST /api/keys", "(a wall) for viewer");
        var all = browser.asAdmin("GET", "api/audit?limit=500", "").toString();
        assertThat(all).contains("wrong password for audited").doesNotContain(secret, PASSWORD, "typed wrongly");
    }

    @Test
    void givesTheTrailAway_asAFile() throws Exception {
        key("viewer");
        try (var client = HttpClient.newHttpClient()) {
            for (var file : Set.of("api/audit.csv", "api/audit.jsonl")) {
                var answer = client.send(
                        HttpRequest.newBuilder(dashboard.resolve(file))
                                .header("X-API-Key", LocalAdmin.KEY)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("POST /api/keys");
                assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                        .contains("attachment");
            }
        }
    }

    @Test
    void forgetsWhatIsTooOldOrTooMuch() {
        for (int i = 0; i < 5; i++) {
            audit.add(new AuditStore.Entry(
                    "%013d-old".formatted(i),
                    Instant.ofEpochMilli(i),
                    "forgotten",
                    "F",
                    "person",
                    "",
                    "x",
                    "",
                    "done",
                    null));
        }
        var mine = new AuditStore.Query("forgotten", null, null, null);

        audit.forget(Instant.ofEpochMilli(2), 100_000);
        assertThat(audit.find(mine, 10)).hasSize(3);

        var newer = audit.find(new AuditStore.Query(null, null, null, null), 100_000)
                        .size()
                - 3;
        audit.forget(Instant.EPOCH, newer + 1);
        assertThat(audit.find(mine, 10)).extracting(AuditStore.Entry::id).containsExactly("0000000000004-old");
    }
}
