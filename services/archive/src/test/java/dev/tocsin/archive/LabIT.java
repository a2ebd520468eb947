package dev.tocsin.archive;

import static dev.tocsin.archive.Patience.await;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.archive.keep.Erasing;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts, backtests, holds, erasure and export over the real channels and store, with a classify that takes what says "storm". */
@QuarkusTest
@WithTestResource(TestStack.class)
@WithTestResource(LabIT.Classify.class)
class LabIT {
    /** The draft takes texts with "storm", the version in force those with "wind". */
    public static final class Classify implements QuarkusTestResourceLifecycleManager {
        static final String KEY = "what the services know each other by";

        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/packs/meet", Classify::meet);
            server.start();
            return Map.of(
                    "tocsin.service-key",
                    KEY,
                    "tocsin.archive.classify-url",
                    "http://localhost:" + server.getAddress().getPort());
        }

        private static void meet(HttpExchange exchange) throws IOException {
            try (exchange) {
                if (!KEY.equals(exchange.getRequestHeaders().getFirst(ServiceKey.HEADER))) {
                    exchange.sendResponseHeaders(403, -1);
                    return;
                }
                var request = Json.mapper().readTree(exchange.getRequestBody());
                var answer = Json.mapper().createObjectNode();
                var items = answer.putArray("items");
                for (var text : request.path("texts")) {
                    var item = items.addObject().put("id", text.path("id").asText());
                    var hits = item.putArray("hits");
                    for (int i = 0; i < request.path("packs").size(); i++) {
                        boolean belongs = text.path("text").asText().contains(i == 0 ? "storm" : "wind");
                        hits.addObject()
                                .put("score", belongs ? 0.8 : 0.1)
                                .put("belongs", belongs)
                                .putArray("evidence");
                    }
                    item.putArray("signature");
                }
                var bytes = Json.write(answer);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    GoneProbe besides;

    @Inject
    Eraser eraser;

    @Inject
    KeptDocuments<Erasing> unsettled;

    private Broker broker;

    @BeforeEach
    void connect() {
        broker = new Broker(bootstrapServers);
        RestAssured.requestSpecification = new RequestSpecBuilder()
                .addHeader(ServiceKey.HEADER, Classify.KEY)
                .build();
    }

    @AfterEach
    void disconnect() {
        RestAssured.requestSpecification = null;
        broker.close();
    }

    @Test
    void takesADraftThroughTheArchive_andKeepsWhatItFound() {
        article("w1", "weather", "storm and wind");
        article("w2", "weather", "storm");
        article("w3", "weather", "wind");
        pack("weather", 4);
        get("/topics/weather/backtest").then().statusCode(204);
        given().contentType("application/json")
                .body(Json.write(Samples.topic("weather", 4, "Draft")))
                .post("/topics/weather/backtest")
                .then()
                .statusCode(202)
                .body("state", equalTo("running"), "live", equalTo(4));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("/topics/weather/backtest").then().body("state", equalTo("done")));
        get("/topics/weather/backtest")
                .then()
                .body(
                        "findings.hits.draft",
                        equalTo(2),
                        "findings.hits.live",
                        equalTo(2),
                        "findings.hits.same",
                        equalTo(1))
                .body("findings.gained.article", equalTo(List.of("w2")))
                .body("findings.lost.article", equalTo(List.of("w3")));
        given().delete("/topics/weather/backtest").then().statusCode(404);
    }

    @Test
    void keepsDrafts_andNeverUndoesAnothersWork() {
        var first = given().header("If-None-Match", "*")
                .contentType("application/json")
                .body("{\"text\":\"a\"}");
        first.put("/topics/drafted/draft").then().statusCode(200).header("ETag", "\"1\"");
        // sent twice, it is there once
        first.put("/topics/drafted/draft").then().statusCode(200).header("ETag", "\"1\"");
        given().header("If-None-Match", "*")
                .contentType("application/json")
                .body("{\"text\":\"another\"}")
                .put("/topics/drafted/draft")
                .then()
                .statusCode(412);
        var second = given().header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"text\":\"b\",\"base\":3}");
        second.put("/topics/drafted/draft").then().statusCode(200).body("revision", equalTo(2));
        given().header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"text\":\"c\"}")
                .put("/topics/drafted/draft")
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"");
        get("/topics/drafted/draft").then().body("text", equalTo("b"), "base", equalTo(3));
        get("/drafts").then().body("items.find { it.topic == 'drafted' }.revision", equalTo(2));
        given().delete("/topics/drafted/draft").then().statusCode(204);
        given().delete("/topics/drafted/draft").then().statusCode(404);
        get("/topics/drafted/draft").then().statusCode(204);
    }

    @Test
    void keepsEachVersionOfAPack() {
        pack("old", 1);
        pack("old", 2);
        broker.sendBytes(Channel.TOPICS, "old", null);
        await().untilAsserted(() -> get("/topics/old").then().statusCode(404));
        get("/topics/old/versions").then().body("items.version", equalTo(List.of(2, 1)));
        get("/topics/old/versions/1").then().statusCode(200).body("version", equalTo(1));
        get("/topics/old/versions/3").then().statusCode(404);
    }

    @Test
    void erasesAnArticle_unlessItIsHeld_andItDoesNotComeBack() {
        article("e1", "held", "secret words");
        article("e2", "held", "other words");
        broker.send(Channel.STORIES, "es", Samples.story("es", 1, Samples.AT, Story.State.OPEN, "e1", "e2"));
        await().untilAsserted(() -> get("/stories/es").then().statusCode(200));
        given().contentType("application/json")
                .body("{\"by\":\"ada\"}")
                .put("/stories/es/hold")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body("{\"by\":\"ada\",\"why\":\"a court asks\"}")
                .put("/stories/es/hold")
                .then()
                .statusCode(200)
                .body("articles", hasSize(2));
        erase("e1").statusCode(409).body("detail", containsString("es"));
        given().delete("/stories/es/hold?by=ada").then().statusCode(204);
        erase("e1").statusCode(200).body("revisions", equalTo(1), "channels", equalTo(true));
        for (var channel : List.of(Channel.ARTICLES_FETCHED, Channel.ARTICLES_DETECTED, Channel.ARTICLES_CLASSIFIED)) {
            broker.awaitTombstones(channel, "e1", 1);
        }
        get("/articles/e1").then().statusCode(404);
        assertThat(besides.told()).contains("e1").doesNotContain("e2");
        broker.send(
                Channel.ARTICLES_CLASSIFIED,
                "e1",
                Samples.article("e1", 2, Samples.AT, "it", "held", "T", "secret again"));
        // whatever came behind the tombstone gets one of its own
        broker.awaitTombstones(Channel.ARTICLES_CLASSIFIED, "e1", 2);
        article("e3", "held", "after it");
        get("/articles/e1").then().statusCode(404);
        get("/articles/e2").then().statusCode(200);
        erase("nothing").statusCode(404);
    }

    @Test
    void looksAgain_atWhatAnEndedProcessLeftOpen() {
        article("o1", "open", "taken in meanwhile");
        unsettled.change("o1", _ -> new Erasing("o1", Instant.EPOCH));
        eraser.settle();
        get("/articles/o1").then().statusCode(404);
        assertThat(unsettled.find("o1")).isEmpty();
    }

    @Test
    void writesAllOfItself_andTakesItIn_butNotWhatWasErased() {
        article("x1", "exported", "to keep");
        article("x2", "exported", "to lose");
        var lines = get("/archive/export").then().statusCode(200).extract().asString();
        assertThat(lines.lines().toList().getLast()).contains("\"end\":true");
        assertThat(lines).contains("x1@1", "x2@1");
        erase("x2").statusCode(200);
        var without = documents();
        given().contentType("application/octet-stream")
                .body(lines.getBytes(UTF_8))
                .post("/archive/import")
                .then()
                .statusCode(200)
                .body("known", equalTo(Math.toIntExact(lines.lines().count() - 2)));
        assertThat(documents()).isEqualTo(without);
        get("/articles/x2").then().statusCode(404);
        get("/articles/x1").then().statusCode(200).body("text", containsString("to keep"));
        given().contentType("application/octet-stream")
                .body("{\"collection\":\"users\",\"document\":{\"_id\":\"a\"}}".getBytes(UTF_8))
                .post("/archive/import")
                .then()
                .statusCode(400)
                .body("detail", containsString("line 1"));
        get("/archive/export").then().body(not(containsString("x2@1")));
    }

    private static List<String> documents() {
        return get("/archive/export")
                .then()
                .extract()
                .asString()
                .lines()
                .filter(line -> line.contains("\"collection\""))
                .sorted()
                .toList();
    }

    private void article(String id, String topic, String text) {
        broker.send(
                Channel.ARTICLES_CLASSIFIED,
                id,
                Samples.article(id, 1, Samples.AT, "it", topic, "Title of " + id, text));
        await().untilAsserted(() -> get("/articles/" + id).then().statusCode(200));
    }

    private void pack(String topic, int version) {
        broker.send(Channel.TOPICS, topic, Samples.topic(topic, version, topic));
        await().untilAsserted(() -> get("/topics/" + topic).then().body("version", equalTo(version)));
    }

    private static ValidatableResponse erase(String article) {
        return given().delete("/articles/" + article + "?by=ada&reason=asked").then();
    }
}
