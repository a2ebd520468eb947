package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Version 2 of the pack {@code quakes}, whose term is tremor, is in force. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class TopicsIT {
    @Test
    void putsANewPackOnTheChannel_asItIs() throws Exception {
        put("floods", Samples.pack("floods", 1, "flood")).statusCode(200).body("version", equalTo(1));
        assertThat(Json.read(last("floods").value(), TopicPack.class)).isEqualTo(Samples.pack("floods", 1, "flood"));
    }

    @Test
    void givesAChangeTheNextVersion() throws Exception {
        put("quakes", Samples.pack("quakes", 2, "earthquake")).statusCode(200).body("version", equalTo(3));
        var message = last("quakes");
        assertThat(Json.read(message.value(), TopicPack.class)).isEqualTo(Samples.pack("quakes", 3, "earthquake"));
        assertThat(new String(message.headers().lastHeader("ce_id").value())).isEqualTo("quakes.3.topics");
    }

    @Test
    void changesNothing_whereThePackIsInForceAlready() {
        put("quakes", Samples.pack("quakes", 1, "tremor")).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void refuses_whatWasMadeFromAnOlderVersion() {
        put("quakes", Samples.pack("quakes", 1, "earthquake"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("Version 2 is in force, yours says 1"));
    }

    @Test
    void refuses_whatIsWrong_orAnotherTopics() {
        put("quakes", Samples.pack("quakes", 2, "tremour")).statusCode(422).body("detail", containsString("line 3"));
        put("floods", Samples.pack("quakes", 2, "flood"))
                .statusCode(422)
                .body("detail", equalTo("'id' is quakes, the address says floods"));
    }

    @Test
    void asksForTheFiguresOfThePagesTopicAlone_andKeepsThem() {
        for (int i = 0; i < 3; i++) {
            given().get("/topics/quakes").then().statusCode(200).body(containsString(">0 articles</a>"));
        }
        assertThat(FakeNeighbours.COUNTED).containsExactly("topic=quakes");
    }

    @Test
    void endsATopicByItsTombstone() {
        given().delete("/api/topics/quakes").then().statusCode(204);
        assertThat(last("quakes").value()).isNull();
        given().delete("/api/topics/nothing").then().statusCode(404);
    }

    @Test
    void refuses_whatAnotherSiteSends() {
        given().header("Sec-Fetch-Site", "cross-site")
                .delete("/api/topics/quakes")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse put(String id, TopicPack pack) {
        return given().contentType("application/json")
                .body(Json.write(pack))
                .put("/api/topics/" + id)
                .then();
    }

    private static ConsumerRecord<String, byte[]> last(String topic) {
        try (var channel = new TestChannel(Channel.TOPICS)) {
            return channel.messages(topic).getLast();
        }
    }
}
