package dev.tocsin.archive;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tocsin.contracts.Channel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A store that comes late, goes, and comes back. */
@QuarkusTest
@WithTestResource(OutageStack.class)
class StoreOutageIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void losesNothing_whenTheStoreIsAwayForAWhile() throws Exception {
        try (var broker = new Broker(bootstrapServers)) {
            send(broker, "first");
            saysItIsNotReady();
            assertThat(broker.acknowledged(Channel.ARTICLES_CLASSIFIED)).isZero();

            OutageStack.startStore();
            archives("first");

            OutageStack.stopStore();
            send(broker, "second");
            saysItIsNotReady();

            OutageStack.startStore();
            archives("second");
            get("/articles/first").then().statusCode(200);
            get("/status").then().body("articles", equalTo(2));
        }
    }

    private static void send(Broker broker, String id) {
        broker.send(Channel.ARTICLES_CLASSIFIED, id, Samples.article(id, 1, Samples.AT));
    }

    private static void saysItIsNotReady() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            get("/q/health/ready").then().statusCode(503);
            get("/articles")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("detail", containsString("the store does not answer"));
        });
        get("/q/health/live").then().statusCode(200);
    }

    private static void archives(String id) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            get("/articles/" + id).then().statusCode(200);
            get("/q/health/ready").then().statusCode(200);
        });
    }
}
