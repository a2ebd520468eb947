package dev.tocsin.notify;

import static dev.tocsin.notify.Channels.alert;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import dev.tocsin.notify.delivery.Delivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way from the channel to a receiver of the routes file, and the API on it, with real broker, store and HTTP. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(Webhooks.class)
class RoutesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static StubReceiver phone;
    private static StubReceiver gone;
    private static Channels channels;

    @Inject
    DeliveryStore deliveries;

    @BeforeAll
    static void start() {
        channels = new Channels(config("kafka.bootstrap.servers"));
        phone = new StubReceiver(Integer.parseInt(config("phone.port")), StubReceiver.status(200));
        var url = URI.create(config("tocsin.notify.webhooks.gone.url"));
        gone = new StubReceiver(url.getPort(), StubReceiver.status(410));
    }

    @AfterAll
    static void stop() {
        channels.close();
        phone.close();
        gone.close();
    }

    @Test
    void tellsTheStoriesOfAGroupTogether() throws Exception {
        channels.send(alert("together-1", 1, "together"));
        channels.send(alert("together-2", 1, "together"));

        await().atMost(PATIENCE)
                .until(() -> !received("group:together|together:").isEmpty());
        assertThat(received("group:together|together:")).singleElement().satisfies(request -> assertThat(request.text())
                .contains("2 stories", "\"topic\":\"desk\""));
    }

    @Test
    void escalates_whenNobodyAnswers() throws Exception {
        channels.send(alert("urgent-1", 1, "urgent"));

        await().atMost(PATIENCE)
                .until(() -> !received("escalation:urgent:urgent-1:1:1:phone").isEmpty());
        assertThat(received("urgent-1:1:phone")).hasSize(1);
        assertThat(received("escalation:urgent:urgent-1").getFirst().text()).contains("Nobody answered within 1 s");
    }

    @Test
    void tellsOfAnExerciseOnlyWhereARouteSaysSo() throws Exception {
        ObjectNode exercise = Json.mapper().valueToTree(alert("drill-1", 1, "drill"));
        exercise.put("status", Alert.Status.Exercise.name());
        channels.send("drill-1", Json.write(exercise), Map.of());
        channels.send(alert("drill-2", 1, "drill"));

        await().atMost(PATIENCE)
                .until(() -> states("drill-1").size() + states("drill-2").size() == 2);
        assertThat(ids("drill-1")).containsExactly("drill-1:1:phone");
        assertThat(ids("drill-2")).containsExactly("drill-2:1:desk");
    }

    @Test
    void silencesWhatItIsAskedTo_untilTheSilenceIsTakenBack() throws Exception {
        var id = given().body(silence("hushed", Instant.now().plusSeconds(600)))
                .contentType("application/json")
                .post("/silences")
                .then()
                .statusCode(201)
                .body("active", equalTo(true))
                .extract()
                .jsonPath()
                .getString("id");
        channels.send(alert("hushed-1", 1, "hushed"));
        await().atMost(PATIENCE).until(() -> states("hushed-1"), List.of("silenced")::equals);

        given().get("/silences").then().statusCode(200).body("items.id", hasItems(id));
        given().delete("/silences/" + id).then().statusCode(204);
        given().delete("/silences/" + id).then().statusCode(404).contentType("application/problem+json");
        channels.send(alert("hushed-1", 2, "hushed"));
        await().atMost(PATIENCE).until(() -> ids("hushed-1").contains("hushed-1:2:desk"));
    }

    @Test
    void saysWhatIsWrongWithASilence() {
        given().body(silence("x", Instant.now().minusSeconds(60)))
                .contentType("application/json")
                .post("/silences")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("'end' must lie ahead"));
        given().body("{")
                .contentType("application/json")
                .post("/silences")
                .then()
                .statusCode(400);
        given().body(Map.of("by", "anna", "comment", "c", "end", "2030-01-01T00:00:00Z"))
                .contentType("application/json")
                .post("/silences")
                .then()
                .statusCode(422)
                .body("detail", containsString("'match' must say what is silenced"));
    }

    @Test
    void sendsAgainWhatFailed_underTheSameKey() throws Exception {
        channels.send(alert("again", 1, "gone"));
        await().atMost(PATIENCE).until(() -> states("again").contains("failed"));

        given().urlEncodingEnabled(false)
                .post("/deliveries/again%3A1%3Agone/again")
                .then()
                .statusCode(200);

        await().atMost(PATIENCE).until(() -> gone.received("again:1:gone").size() == 2);
        given().post("/deliveries/nothing/again").then().statusCode(404);
    }

    @Test
    void refusesToSendAgain_whatNobodyDelivers() {
        deliveries.record(List.of(Delivery.pending(
                        "stray",
                        "stray",
                        1,
                        "t",
                        "left",
                        "e",
                        "",
                        new Delivery.Origin("a", 0, 0, null),
                        "{}",
                        Instant.now())
                .settled(Delivery.State.FAILED, "gave up")));

        given().post("/deliveries/stray/again")
                .then()
                .statusCode(409)
                .body("detail", containsString("'left': it stands in no routes"));
        assertThat(deliveries.lettersOwedByOthers(List.of("desk")))
                .extracting(Delivery::key)
                .contains("stray");
        assertThat(deliveries.lettersOwedByOthers(List.of("left")))
                .extracting(Delivery::key)
                .doesNotContain("stray");
    }

    @Test
    void showsHowReceiversDo_withoutTheirAddresses() {
        var shown = given().get("/receivers")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("desk", "phone", "gone"))
                .body("items.find { it.id == 'phone' }.type", equalTo("ntfy"))
                .body("items.find { it.id == 'phone' }.circuit", equalTo("closed"))
                .extract()
                .asByteArray();
        assertThat(new String(shown, UTF_8)).doesNotContain("/hooks/tocsin", Webhooks.SECRET);
    }

    @Test
    void showsTheRoutesInForce_withoutASecret() {
        var shown = given().get("/routes")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("together", "urgent", "drills", "webhook-desk"))
                .body("items.find { it.name == 'together' }.match.topics", equalTo(List.of("together")))
                .body("items.find { it.name == 'together' }.group.wait", equalTo("PT2S"))
                .body("items.find { it.name == 'urgent' }.escalate[0].to", equalTo(List.of("phone")))
                .body("items.find { it.name == 'drills' }.status", equalTo(List.of("Exercise")))
                .extract()
                .asByteArray();
        assertThat(new String(shown, UTF_8)).doesNotContain("/hooks/tocsin", Webhooks.SECRET);
    }

    private static Map<String, Object> silence(String topic, Instant end) {
        return Map.of(
                "match", Map.of("topics", List.of(topic)), "end", end.toString(), "by", "anna", "comment", "a drill");
    }

    private static List<StubReceiver.Request> received(String keyStart) {
        return phone.received().stream()
                .filter(request -> request.idempotencyKey().startsWith(keyStart))
                .toList();
    }

    private static List<String> states(String story) {
        return given().get("/deliveries?story=" + story).jsonPath().getList("items.state");
    }

    private static List<String> ids(String story) {
        return given().get("/deliveries?story=" + story).jsonPath().getList("items.id");
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
