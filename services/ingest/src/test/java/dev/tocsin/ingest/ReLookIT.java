package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.ingest.reading.PageReader;
import dev.tocsin.ingest.reading.PageReading;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(ReLookIT.QuickLooks.class)
class ReLookIT {
    /** Looks in seconds what takes days in earnest. */
    public static final class QuickLooks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tocsin.ingest.relook.after", "1s,2s,3s,4s,5s,6s,8s,10s,15s,20s,30s",
                    "tocsin.ingest.relook.confirm-after", "200ms",
                    "tocsin.ingest.relook.tick", "100ms");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Pages.class);
        }
    }

    /** A web of pages that the test changes. */
    @Alternative
    @ApplicationScoped
    public static class Pages implements PageReader {
        final Map<String, PageReading> pages = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();

        @Override
        public PageReading read(String url) {
            var reading = pages.getOrDefault(url, new PageReading.Unknown("no such page in this test"));
            reads.computeIfAbsent(url, u -> new AtomicInteger()).incrementAndGet();
            return reading;
        }

        void set(String url, PageReading reading) {
            pages.put(url, reading);
        }

        int readsOf(String url) {
            return reads.getOrDefault(url, new AtomicInteger()).get();
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @Inject
    Pages pages;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void publishesAnEditOfAPage_andThatItVanished_onceEach() throws Exception {
        var url = "https://courier.example/port-7";
        pages.set(url, page(url, "Cranes stand still. 18 held."));
        var id = push("Port closed", url);
        ring(id, url, Alert.Status.Actual);
        await().atMost(PATIENCE).until(() -> pages.readsOf(url) > 0);
        assertThat(revisions(id)).hasSize(1);

        pages.set(url, page(url, "Cranes stand still. 26 held."));
        await().atMost(PATIENCE).until(() -> revisions(id).size() == 2);
        var edit = revisions(id).getLast();
        assertThat(edit.revision()).isEqualTo(2);
        assertThat(edit.title()).isEqualTo("Port closed");
        assertThat(edit.text()).contains("26 held");
        assertThat(edit.changed()).contains(new ArticleChange("figures", "18", "26"));
        assertThat(edit.source().id()).isEqualTo("courier.example");

        pages.set(url, new PageReading.Gone(404));
        await().atMost(PATIENCE).until(() -> revisions(id).size() == 3);
        var vanished = revisions(id).getLast();
        assertThat(vanished.changed()).containsExactly(new ArticleChange("vanished", null, "HTTP status 404"));
        assertThat(vanished.text()).contains("26 held");
        ring(id, url, Alert.Status.Actual);
        int reads = pages.readsOf(url);
        await().atMost(PATIENCE).until(() -> pages.readsOf(url) > reads);
        assertThat(revisions(id)).hasSize(3);
    }

    @Test
    void looksAtNothing_whenTheAlertIsAnExercise() throws Exception {
        var played = "https://courier.example/played";
        ring(push("Played again", played), played, Alert.Status.Exercise);
        var live = "https://courier.example/live";
        ring(push("Live", live), live, Alert.Status.Actual);
        await().atMost(PATIENCE).until(() -> pages.readsOf(live) > 0);
        assertThat(pages.readsOf(played)).isZero();
    }

    private List<FetchedArticle> revisions(String id) {
        return PublishedArticles.all(kafka).stream()
                .map(PublishedArticles.Message::article)
                .filter(a -> a.id().equals(id))
                .toList();
    }

    private static PageReading page(String url, String text) {
        return new PageReading.Readable(url, null, "Port closed | Courier", text, null, false);
    }

    private static String push(String title, String url) {
        return given().contentType(ContentType.JSON)
                .body("{\"title\":\"" + title + "\",\"text\":\"Cranes stand still.\",\"url\":\"" + url + "\"}")
                .post("/articles")
                .then()
                .statusCode(202)
                .extract()
                .path("items[0].id");
    }

    private void ring(String id, String url, Alert.Status status) throws Exception {
        var now = Instant.now();
        var alert = new Alert(
                "story-" + id,
                "protests",
                1,
                Alert.MsgType.Alert,
                status,
                Alert.Urgency.Immediate,
                Alert.Severity.Unknown,
                Alert.Certainty.Possible,
                "Port closed",
                "en",
                List.of(),
                List.of(),
                1,
                1,
                List.of("en"),
                null,
                new Alert.Times(null, now, now, now),
                List.of(new Alert.Link(id, url, "Port closed", "Courier", "en")));
        var settings = Map.<String, Object>of("bootstrap.servers", kafka);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("tocsin.alerts.v1", alert.story(), Json.write(alert)))
                    .get();
        }
    }
}
