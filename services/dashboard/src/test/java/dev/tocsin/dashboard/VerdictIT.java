package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class VerdictIT {
    private static final String PATH = "/api/alerts/" + FakeNeighbours.STORY + "/verdicts";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static RequestSpecification sending(String json) {
        return given().contentType("application/json").body(json);
    }

    @Test
    void isOnTheChannel_whenTheClientIsTold() throws Exception {
        var answer = sending("{\"verdict\":\"acknowledged\",\"by\":\"Dana\"}")
                .header("traceparent", TRACE)
                .post(PATH);

        assertThat(answer.statusCode()).isEqualTo(201);
        var verdict = Json.read(answer.asByteArray(), Verdict.class);
        assertThat(verdict.topic()).isEqualTo("protests");
        // what a machine says of its people stands beside its own name
        assertThat(verdict.by()).isEqualTo("Dana via local admin");
        assertThat(verdict.replay()).isFalse();
        try (var channel = new TestChannel(Channel.VERDICTS)) {
            var message = channel.messages(FakeNeighbours.STORY).stream()
                    .filter(m -> new String(m.value(), UTF_8).contains(verdict.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(Json.read(message.value(), Verdict.class)).isEqualTo(verdict);
            assertThat(headers(message))
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "dev.tocsin.verdict.v1")
                    .containsEntry("ce_source", "/tocsin/dashboard")
                    .containsEntry("ce_id", verdict.id())
                    .containsEntry("ce_subject", FakeNeighbours.STORY)
                    .containsEntry("content-type", "application/json")
                    .hasEntrySatisfying("traceparent", t -> assertThat(t).startsWith(TRACE.substring(0, 35)));
        }
    }

    private static HashMap<String, String> headers(ConsumerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }

    @Test
    void isTaken_whenTheAlertIsOnTheBoardsButNotYetInTheArchive() throws Exception {
        var story = "story-only-live";
        try (var alerts = new TestChannel(Channel.ALERTS)) {
            alerts.send(story, Json.write(Samples.alert(story, 1, "Crowds gather")));
        }

        org.awaitility.Awaitility.await().untilAsserted(() -> sending("{\"verdict\":\"relevant\",\"by\":\"Dana\"}")
                .post("/api/alerts/" + story + "/verdicts")
                .then()
                .statusCode(201));
    }

    @Test
    void isRefused_namingEachField() {
        sending("{\"verdict\":\"maybe\",\"scope\":\"planet\"}")
                .post(PATH)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("#/verdict", "#/scope"))
                .body("detail", containsString("'verdict' must be"));
    }

    @Test
    void isRefused_whenItIsNotJson() {
        for (var body : new String[] {"", "null", "[]", "{\"verdict\":", "{\"verdict\":{\"a\":1}}"}) {
            sending(body).post(PATH).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void isRefused_whenTheStoryIsUnknown() {
        sending("{\"verdict\":\"relevant\",\"by\":\"Dana\"}")
                .post("/api/alerts/nobody/verdicts")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("nobody"));
    }

    @Test
    void isRefused_whenAnotherSiteSendsIt() {
        sending("{\"verdict\":\"muted\",\"by\":\"Mallory\"}")
                .header("Sec-Fetch-Site", "cross-site")
                .post(PATH)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        sending("{\"verdict\":\"muted\",\"by\":\"Mallory\"}")
                .header("Origin", "https://elsewhere.example")
                .post(PATH)
                .then()
                .statusCode(403)
                .body("title", equalTo("Sent by another site"));
    }
}
