package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class LiveIT {
    private static TestChannel alerts;

    @TestHTTPResource("/api/live")
    private URI live;

    private final String story = "story-" + UUID.randomUUID();

    @BeforeAll
    static void open() {
        alerts = new TestChannel(Channel.ALERTS);
    }

    @AfterAll
    static void close() {
        alerts.close();
    }

    private EventClient connect(@Nullable String lastId) throws Exception {
        return new EventClient(live, lastId);
    }

    private void ring(String story, int revision) {
        alerts.send(story, Json.write(Samples.alert(story, revision, "Crowds gather")));
    }

    private static void until(Runnable asserted) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(asserted::run);
    }

    @Test
    void sendsAnAlert_whenItIsOnTheChannel() throws Exception {
        try (var client = connect(null)) {
            assertThat(client.response().headers().firstValue("Content-Type")).contains("text/event-stream");
            ring(story, 1);

            until(() -> assertThat(client.of(story)).hasSize(1));
            var event = client.of(story).getFirst();
            assertThat(event.type()).isEqualTo("alert");
            assertThat(Json.mapper().readTree(event.data()).path("headline").asText())
                    .isEqualTo("Crowds gather");
        }
    }

    @Test
    void sendsAllThatIsRecent_whenThatIsMoreThanASocketHolds() throws Exception {
        var headline = "Crowds gather ".repeat(500);
        IntStream.range(0, 200).forEach(i -> alerts.send(story, Json.write(Samples.alert(story, i + 1, headline))));
        try (var client = connect(null)) {
            until(() -> assertThat(client.of(story)).hasSize(200));
        }
    }

    @Test
    void givesEachAlertOnce_overConnections() throws Exception {
        var seen = new ArrayList<EventClient.Event>();
        String lastId;
        try (var first = connect(null)) {
            ring(story, 1);
            ring(story, 2);
            until(() -> assertThat(first.of(story)).hasSize(2));
            seen.addAll(first.of(story));
            lastId = first.lastId();
        }
        // while nobody is connected, on other partitions too
        IntStream.range(0, 20).forEach(i -> ring(story + "-" + i, 1));
        ring(story, 3);
        try (var second = connect(lastId)) {
            ring(story, 4);
            until(() -> assertThat(second.of(story)).hasSize(2));
            until(() -> assertThat(second.events())
                    .filteredOn(e -> e.data().contains(story + "-"))
                    .hasSize(20));
            seen.addAll(second.of(story));
        }

        assertThat(seen)
                .extracting(
                        e -> Json.mapper().readTree(e.data()).path("revision").asInt())
                .containsExactly(1, 2, 3, 4);
        assertThat(seen).extracting(EventClient.Event::id).doesNotHaveDuplicates();
    }

    @Test
    void carriesACursorInItsSignOfLife_soThatAQuietClientResumes() throws Exception {
        String lastId;
        try (var first = connect(null)) {
            until(() -> assertThat(first.beat()).isPresent());
            lastId = first.beat().orElseThrow().id();
        }
        ring(story, 1);
        try (var second = connect(lastId)) {
            until(() -> assertThat(second.of(story)).hasSize(1));
            assertThat(second.events()).extracting(EventClient.Event::type).doesNotContain("reset");
        }
    }

    @Test
    void goesOn_whenAMessageIsNotJson() throws Exception {
        try (var client = connect(null)) {
            alerts.send(story, "{\"story\": broken".getBytes(UTF_8));
            alerts.send(story, null);
            ring(story, 1);

            until(() -> assertThat(client.of(story)).hasSize(1));
        }
    }

    @Test
    void keepsAMessageOneEvent_whenItsJsonHasLines() throws Exception {
        try (var client = connect(null)) {
            var pretty =
                    Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(Samples.alert(story, 1, "A\nB"));
            alerts.send(story, pretty.replace("\n", "\r\n").getBytes(UTF_8));

            until(() -> assertThat(client.of(story)).hasSize(1));
            assertThat(Json.read(client.of(story).getFirst().data().getBytes(UTF_8), dev.tocsin.contracts.Alert.class)
                            .headline())
                    .isEqualTo("A\nB");
        }
    }

    @Test
    void tellsTheClientToReload_whenItsPlaceIsFromAnotherBroker() throws Exception {
        try (var client = connect("azzzzzz.zzzzzz")) {
            until(() -> assertThat(client.events()).isNotEmpty());

            assertThat(client.events().getFirst().type()).isEqualTo("reset");
        }
    }

    @Test
    void sendsOnlyTheTypesThatAreWanted() throws Exception {
        var wanted = URI.create(live + "?types=alert,verdict");
        try (var client = new EventClient(wanted, null);
                var stories = new TestChannel(Channel.STORIES)) {
            stories.send(story, Json.write(Samples.story(story)));
            ring(story, 1);

            until(() -> assertThat(client.of(story)).isNotEmpty());
            assertThat(client.of(story)).extracting(EventClient.Event::type).containsExactly("alert");
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (var query : List.of("?lastEventId=nonsense!", "?types=alert,weather")) {
            RestAssured.get("/api/live" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", Matchers.not(Matchers.emptyOrNullString()));
        }
    }
}
