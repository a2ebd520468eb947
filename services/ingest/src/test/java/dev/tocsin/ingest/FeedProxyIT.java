package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A feed's own proxy, given over the API; the operator allows proxies on 127.0.0.0/8 and nothing else inside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(FeedProxyIT.ProxiesOnLoopback.class)
class FeedProxyIT {
    private static final FeedServer PROXY = new FeedServer();
    private static final String AT =
            "http://127.0.0.1:" + URI.create(PROXY.page("/")).getPort();
    private static final String SECRET = "s3cret-of-the-courier";

    /** Otherwise as it is delivered. */
    public static class ProxiesOnLoopback implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tocsin.ingest.fetch.allowed-networks", "127.0.0.0/8", "tocsin.ingest.tick", "100ms");
        }
    }

    @AfterAll
    static void stopProxy() {
        PROXY.close();
    }

    @Test
    void asksThroughIt_andTellsNobodyWhatWasGiven() {
        var keys = new CopyOnWriteArrayList<String>();
        PROXY.page("/rss", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("X-Key"));
            FeedServer.send(exchange, 200, PolledFeeds.titled("Through a proxy"));
        });
        try (var log = new Log()) {
            var id = add(
                            "http://courier.example/rss",
                            "\"proxy\":\"" + AT + "\",\"headers\":{\"X-Key\":\"" + SECRET + "\"}")
                    .statusCode(201)
                    .body("access.proxy", equalTo(true))
                    .body(not(containsString(SECRET)))
                    .body(not(containsString(AT)))
                    .extract()
                    .<String>path("id");
            PolledFeeds.until(id, f -> f.getInt("articles") == 1);
            given().get("/feeds/" + id).then().body(not(containsString(SECRET))).body(not(containsString(AT)));
            assertThat(keys).contains(SECRET);
            assertThat(log.lines).isNotEmpty().noneMatch(line -> line.contains(SECRET) || line.contains(AT));
        }
    }

    @Test
    void isNotAskedForWhatIsInside() {
        var id = add("http://10.0.0.7/inside", "\"proxy\":\"" + AT + "\"")
                .statusCode(201)
                .extract()
                .<String>path("id");
        var feed = PolledFeeds.until(id, f -> f.getString("reason") != null);
        assertThat(feed.getString("reason")).contains("not of the public Internet");
        assertThat(PROXY.conditions("/inside")).isEmpty();
    }

    @Test
    void isRefusedWithAPassword_whichOnlyTheConfigurationMayGive() {
        add("http://refused.example/rss", "\"proxy\":\"http://user:" + SECRET + "@proxy.example:3128\"")
                .statusCode(422)
                .body("detail", containsString("'access.proxy' is none"))
                .body(not(containsString(SECRET)));
    }

    @Test
    void isRefused_whenItWouldSeeSecretsThatWhoeverNamesItNeedNotKnow() {
        var id = add("http://secrets.example/rss", "\"user\":\"desk\",\"password\":\"" + SECRET + "\"")
                .statusCode(201)
                .extract()
                .<String>path("id");
        patch(id, "\"proxy\":\"" + AT + "\"").statusCode(422).body("detail", containsString("give access anew"));
        patch(id, "\"proxy\":\"" + AT + "\",\"user\":\"desk\",\"password\":\"" + SECRET + "\"")
                .statusCode(200)
                .body("access.proxy", equalTo(true));
        patch(id, "\"proxy\":null").statusCode(200).body("access.proxy", equalTo(false));
    }

    private static ValidatableResponse add(String url, String access) {
        return given().contentType(ContentType.JSON)
                .body("{\"url\":\"" + url + "\",\"access\":{" + access + "}}")
                .post("/feeds")
                .then();
    }

    private static ValidatableResponse patch(String id, String access) {
        return given().contentType("application/merge-patch+json")
                .body("{\"access\":{" + access + "}}")
                .patch("/feeds/" + id)
                .then();
    }

    /** All that is logged while it is open. */
    private static final class Log extends Handler implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Log() {
            Logger.getLogger("").addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }
    }
}
