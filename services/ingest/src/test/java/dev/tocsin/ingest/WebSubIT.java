package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A small hub of the test's own, which does what WebSub wants of hubs. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(WebSubIT.WithCallback.class)
class WebSubIT {
    /** Standard intervals, so that what arrives within seconds has not been polled. */
    public static final class WithCallback implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tocsin.ingest.tick", "50ms",
                    "tocsin.ingest.fetch.host-delay", "0s",
                    "tocsin.ingest.fetch.allow-private-addresses", "true",
                    "tocsin.ingest.websub.callback-url", "https://news.example/websub");
        }
    }

    private static final FeedServer SERVER = new FeedServer();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CALLBACK = "https://news.example/websub/";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @Inject
    MongoClient mongo;

    /** What hubs were asked, as the form's fields. */
    private final BlockingQueue<Map<String, String>> asked = new LinkedBlockingQueue<>();

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    @Test
    void subscribesVerifiesAndTakesDeliveries_andPollsOnlyOnceADay() throws Exception {
        var id = add("delivered");
        var request = subscription();
        assertThat(request).containsEntry("hub.mode", "subscribe").containsEntry("hub.lease_seconds", "864000");
        assertThat(request.get("hub.topic")).isEqualTo(SERVER.page("/delivered.xml"));
        var path = path(request);
        verify(path, request.get("hub.topic"), "word").then().statusCode(200).body(is("word"));

        deliver(path, PolledFeeds.titled("Pushed to us"), request.get("hub.secret"))
                .then()
                .statusCode(202);
        assertThat(PublishedArticles.titled(kafka, "Pushed to us")).hasSize(1);
        assertThat(given().get("/feeds/" + id).jsonPath().getInt("articles")).isEqualTo(2);

        given().contentType(ContentType.JSON).body("{}").patch("/feeds/" + id);
        await().atMost(PATIENCE).untilAsserted(() -> {
            var next = Instant.parse(given().get("/feeds/" + id).jsonPath().getString("nextTry"));
            assertThat(Duration.between(Instant.now(), next)).isGreaterThan(Duration.ofHours(23));
        });
    }

    @Test
    void ignoresADelivery_thatIsNotSignedAsAgreed() throws Exception {
        add("forged");
        var request = subscription();
        var path = path(request);
        verify(path, request.get("hub.topic"), "word").then().statusCode(200);
        deliver(path, PolledFeeds.titled("Forged"), "another secret").then().statusCode(202);
        given().body(PolledFeeds.titled("Forged"))
                .contentType("application/rss+xml")
                .post(path)
                .then()
                .statusCode(202);
        deliver(path, PolledFeeds.titled("After the forged"), request.get("hub.secret"))
                .then()
                .statusCode(202);
        assertThat(PublishedArticles.titled(kafka, "After the forged")).hasSize(1);
        assertThat(PublishedArticles.titled(kafka, "Forged")).isEmpty();
    }

    @Test
    void confirmsOnlyWhatItAskedFor() throws Exception {
        add("confirmed");
        var request = subscription();
        var path = path(request);
        verify(path, "https://other.example/rss", "word").then().statusCode(404);
        verify("/websub/0123456789abcdef", request.get("hub.topic"), "word")
                .then()
                .statusCode(404);
        given().queryParam("hub.mode", "unsubscribe")
                .queryParam("hub.topic", request.get("hub.topic"))
                .queryParam("hub.challenge", "word")
                .get(path)
                .then()
                .statusCode(404);
    }

    @Test
    void rendersThatTheHubSaidNo() throws Exception {
        var id = add("denied");
        var request = subscription();
        given().queryParam("hub.mode", "denied")
                .queryParam("hub.topic", request.get("hub.topic"))
                .queryParam("hub.reason", "not you")
                .get(path(request))
                .then()
                .statusCode(204);
        assertThat(stored(id).getString("reason")).contains("not you");
        assertThat(stored(id).getDate("until")).isNull();
    }

    @Test
    void renewsWithTheNextPoll_whenAThirdOfTheLeaseIsLeft() throws Exception {
        var id = add("renewed");
        var request = subscription();
        verify(path(request), request.get("hub.topic"), "word").then().statusCode(200);
        mongo.getDatabase(database)
                .getCollection("subscriptions")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document(
                                        "requestedAt", Date.from(Instant.now().minus(Duration.ofDays(90))))));
        given().contentType(ContentType.JSON).body("{}").patch("/feeds/" + id);
        assertThat(subscription().get("hub.callback")).isEqualTo(request.get("hub.callback"));
    }

    @Test
    void hasTheHubEndWhatNobodyWantsAnyMore() throws Exception {
        var id = add("deleted");
        var request = subscription();
        given().delete("/feeds/" + id).then().statusCode(204);
        deliver(path(request), PolledFeeds.titled("Deleted"), request.get("hub.secret"))
                .then()
                .statusCode(410);
        deliver("/websub/0123456789abcdef", PolledFeeds.titled("Deleted"), "x")
                .then()
                .statusCode(410);
    }

    /** A feed that names a hub in its header, both on the test's server. */
    private String add(String name) {
        SERVER.page("/" + name + "-hub", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var fields = new HashMap<String, String>();
            for (var pair : form.split("&")) {
                var parts = pair.split("=", 2);
                fields.put(decoded(parts[0]), decoded(parts[1]));
            }
            FeedServer.send(exchange, 202, new byte[0]);
            asked.add(fields);
        });
        var url = SERVER.page("/" + name + ".xml", exchange -> {
            exchange.getResponseHeaders().add("Link", "</" + name + "-hub>; rel=\"hub\"");
            exchange.getResponseHeaders().add("Link", "</" + name + ".xml>; rel=\"self\"");
            FeedServer.send(exchange, 200, PolledFeeds.titled("Polled " + name));
        });
        return PolledFeeds.add(url);
    }

    private Map<String, String> subscription() throws InterruptedException {
        var fields = asked.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(fields).isNotNull();
        return Map.copyOf(fields);
    }

    private static String path(Map<String, String> request) {
        assertThat(request.get("hub.callback")).startsWith(CALLBACK);
        return "/websub/" + request.get("hub.callback").substring(CALLBACK.length());
    }

    private static Response verify(String path, String topic, String challenge) {
        return given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.topic", topic)
                .queryParam("hub.challenge", challenge)
                .queryParam("hub.lease_seconds", "864000")
                .get(path);
    }

    private static Response deliver(String path, byte[] body, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return given().body(body)
                .contentType("application/rss+xml")
                .header("X-Hub-Signature", "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)))
                .post(path);
    }

    private Document stored(String id) {
        return mongo.getDatabase(database)
                .getCollection("subscriptions")
                .find(new Document("_id", id))
                .first();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
