package dev.tocsin.notify;

import static dev.tocsin.notify.Channels.alert;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(Webhooks.class)
class NotifyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private static StubReceiver desk;
    private static StubReceiver flaky;
    private static StubReceiver gone;
    private static StubReceiver hanging;
    private static Channels channels;

    @BeforeAll
    static void start() {
        channels = new Channels(config("kafka.bootstrap.servers"));
        desk = receiver("desk", StubReceiver.status(204));
        flaky = receiver("flaky", (exchange, attempt) -> StubReceiver.status(attempt < 3 ? 500 : 200)
                .to(exchange, attempt));
        gone = receiver("gone", StubReceiver.status(410));
        hanging = receiver("hanging", (exchange, attempt) -> {
            try {
                NEVER.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterAll
    static void stop() {
        NEVER.countDown();
        channels.close();
        desk.close();
        flaky.close();
        gone.close();
        hanging.close();
    }

    @Test
    void postsTheAlertAsItCame_signed() throws Exception {
        var json = (ObjectNode) Json.mapper().valueToTree(alert("signed", 1, "protests"));
        json.putObject("fromTheFuture").put("weight", 0.5);
        channels.send("signed", Json.write(json), Map.of("ce_id", "signed.1.alerts"));

        await().atMost(PATIENCE).until(() -> !desk.received("signed:1:desk").isEmpty());
        var request = desk.received("signed:1:desk").getFirst();
        assertThat(Json.mapper().readTree(request.body())).isEqualTo(json);
        assertThat(request.type()).isEqualTo("application/json");
        assertThat(request.event()).isEqualTo("signed.1.alerts");
        assertThat(Instant.ofEpochSecond(Long.parseLong(request.timestamp())))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(request.signature()).isEqualTo("v1=" + hmac(request.timestamp() + "." + request.text()));
    }

    @Test
    void deliversOnce_whenTheAlertComesTwice() throws Exception {
        channels.send(alert("twice", 1, "protests"));
        channels.send(alert("twice", 1, "protests"));
        channels.send(alert("twice", 2, "protests"));

        await().atMost(PATIENCE).until(() -> !desk.received("twice:2:desk").isEmpty());
        assertThat(desk.received("twice:1:desk")).hasSize(1);
        assertThat(deliveries("story=twice").getList("items.id")).containsExactly("twice:2:desk", "twice:1:desk");
    }

    @Test
    void triesAgain_untilTheReceiverAccepts() throws Exception {
        channels.send(alert("flaky", 1, "flaky"));

        await().atMost(PATIENCE).until(() -> state("flaky:1:flaky"), "delivered"::equals);
        assertThat(attempts("flaky:1:flaky")).containsExactly(500, 500, 200);
        assertThat(flaky.received("flaky:1:flaky"))
                .hasSize(3)
                .extracting(StubReceiver.Request::text)
                .containsOnly(flaky.received("flaky:1:flaky").getFirst().text());
    }

    @Test
    void failsAtOnce_andWritesADeadLetter_whenTheReceiverRefuses() throws Exception {
        channels.send(alert("refused", 1, "gone"));

        await().atMost(PATIENCE).until(() -> state("refused:1:gone"), "failed"::equals);
        assertThat(gone.received("refused:1:gone")).hasSize(1);
        assertThat(deliveries("story=refused&state=failed").getString("items[0].reason"))
                .isEqualTo("answered 410");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(channels.deadLetters())
                .filteredOn(letter -> "refused".equals(letter.key()))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.reason()).isEqualTo("not delivered to gone: answered 410");
                    assertThat(letter.value()).contains("\"story\":\"refused\"");
                    assertThat(letter.kafkaTopic()).isEqualTo("tocsin.alerts.v1");
                }));
    }

    @Test
    void holdsUpNobodyElse_whenAReceiverHangs() throws Exception {
        channels.send(alert("slow", 1, "hanging"));
        await().atMost(PATIENCE).until(() -> !hanging.received("slow:1:hanging").isEmpty());
        channels.send(alert("quick", 1, "hanging"));

        await().atMost(PATIENCE).until(() -> state("quick:1:desk"), "delivered"::equals);
        assertThat(state("slow:1:hanging")).isEqualTo("pending");
        await().atMost(PATIENCE).until(() -> state("slow:1:hanging"), "failed"::equals);
        assertThat(deliveries("story=slow&state=failed").getString("items[0].reason"))
                .isEqualTo("no answer within PT2S; given up after 3 attempts");
    }

    @Test
    void deliversNoHistory() throws Exception {
        channels.send(alert("aged", 1, "protests", Duration.ofHours(25)));
        channels.send(alert("aged", 2, "protests", Duration.ofHours(23)));

        await().atMost(PATIENCE).until(() -> !desk.received("aged:2:desk").isEmpty());
        assertThat(deliveries("story=aged").getList("items.revision")).containsExactly(2);
    }

    @Test
    void goesOn_afterAMessageThatIsNoAlert() throws Exception {
        channels.send("poison", "{\"story\":\"poison\",".getBytes(UTF_8), Map.of());
        channels.send(alert("poison", 1, "protests"));

        await().atMost(PATIENCE).until(() -> !desk.received("poison:1:desk").isEmpty());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(channels.deadLetters())
                .filteredOn(letter -> "poison".equals(letter.key()))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.service()).isEqualTo("notify");
                    assertThat(letter.reason()).startsWith("is not a Alert");
                    assertThat(letter.value()).isEqualTo("{\"story\":\"poison\",");
                }));
    }

    @Test
    void showsDeliveriesPageByPage() throws Exception {
        for (int revision = 1; revision <= 5; revision++) {
            channels.send(alert("paged", revision, "protests"));
        }
        await().atMost(PATIENCE).until(() -> desk.received("paged:5:desk").size() == 1);

        var first = deliveries("story=paged&limit=2");
        var second = deliveries("story=paged&limit=2&cursor=" + first.getString("nextCursor"));
        var third = deliveries("story=paged&limit=2&cursor=" + second.getString("nextCursor"));
        assertThat(first.getList("items.revision")).containsExactly(5, 4);
        assertThat(second.getList("items.revision")).containsExactly(3, 2);
        assertThat(third.getList("items.revision")).containsExactly(1);
        assertThat(third.getString("nextCursor")).isNull();
    }

    @Test
    void explainsAWrongParameter() {
        given().queryParam("limit", -1)
                .get("/deliveries")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("title", equalTo("Bad Request"))
                .body("detail", equalTo("'limit' must be a number from 1 to 200"))
                .body("instance", equalTo("/deliveries"));
        given().get("/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void showsNothing_ofAStoryThatWasNeverDelivered() {
        given().queryParam("story", "unheard-of")
                .get("/deliveries")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("nextCursor", nullValue());
    }

    @Test
    void countsWhatItDelivers_andIsReady() throws Exception {
        channels.send(alert("counted", 1, "protests"));
        await().atMost(PATIENCE).until(() -> state("counted:1:desk"), "delivered"::equals);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("tocsin_deliveries_delivered_total{receiver=\"desk\"}"))
                .body(containsString("tocsin_deliveries_pending{receiver=\"desk\"}"));
        given().get("/q/health/ready").then().statusCode(200).body("status", notNullValue());
    }

    private static StubReceiver receiver(String name, StubReceiver.Answer answer) {
        return new StubReceiver(
                URI.create(config("tocsin.notify.webhooks." + name + ".url")).getPort(), answer);
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private static JsonPath deliveries(String query) {
        return given().get("/deliveries?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String state(String id) {
        return deliveries("story=" + id.split(":")[0]).getString("items.find { it.id == '" + id + "' }?.state");
    }

    private static List<Integer> attempts(String id) {
        return deliveries("story=" + id.split(":")[0])
                .getList("items.find { it.id == '" + id + "' }.attempts.status", Integer.class);
    }

    /** As docs/webhooks.md tells receivers to do it. */
    private static String hmac(String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Webhooks.SECRET.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }
}
