package dev.tocsin.classify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Reclassify;
import dev.tocsin.contracts.Source;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(ClassificationStageIT.WithFloods.class)
class ClassificationStageIT {
    public static final class WithFloods implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tocsin.classify.packs", "src/test/resources/packs/right",
                    "tocsin.classify.actors", "../../actors",
                    "tocsin.classify.concepts", "../../concepts");
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void addsTheTopicsAndKeepsTheEnvelope_whenAnArticleArrives() throws Exception {
        var trace = TraceParent.start();
        var article = article("wet", "Floods in the valley");
        try (var probe = new ChannelProbe(bootstrapServers, Channel.ARTICLES_CLASSIFIED)) {
            probe.send(
                    Channel.ARTICLES_DETECTED,
                    "wet",
                    Json.write(article),
                    Map.of(CloudEvent.TRACE_PARENT, trace.value()));

            var message = probe.await(1, m -> m.key().equals("wet")).getFirst();

            var classified = Json.read(message.value(), ClassifiedArticle.class);
            assertThat(classified.detected()).isEqualTo(article);
            assertThat(classified.classifiedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(classified.topics()).singleElement().satisfies(hit -> {
                assertThat(hit.topic()).isEqualTo("floods");
                assertThat(hit.version()).isEqualTo(1);
                assertThat(hit.evidence()).singleElement().satisfies(e -> {
                    assertThat(e.field()).isEqualTo(Field.TITLE);
                    assertThat(e.start()).isZero();
                    assertThat(e.end()).isEqualTo("Floods".length());
                });
            });
            assertThat(ChannelProbe.header(message, "ce_id")).isEqualTo("wet.1.articles-classified");
            assertThat(ChannelProbe.header(message, "ce_source")).isEqualTo("/tocsin/classify");
            assertThat(ChannelProbe.header(message, "ce_type")).isEqualTo("dev.tocsin.article.classified.v1");
            assertThat(ChannelProbe.header(message, "content-type")).isEqualTo("application/json");
            assertThat(ChannelProbe.header(message, CloudEvent.TRACE_PARENT))
                    .startsWith(trace.value().substring(0, 35))
                    .isNotEqualTo(trace.value());
        }
    }

    @Test
    void leavesTheTopicsEmpty_whenNonePasses() throws Exception {
        try (var probe = new ChannelProbe(bootstrapServers, Channel.ARTICLES_CLASSIFIED)) {
            probe.send(Channel.ARTICLES_DETECTED, "dry", Json.write(article("dry", "A quiet day")), Map.of());

            var message = probe.await(1, m -> m.key().equals("dry")).getFirst();

            assertThat(Json.read(message.value(), ClassifiedArticle.class).topics())
                    .isEmpty();
        }
    }

    @Test
    void goesOnWithTheNextMessage_whenOneIsNotJson() throws Exception {
        try (var letters = new ChannelProbe(bootstrapServers, Channel.DEAD_LETTERS);
                var articles = new ChannelProbe(bootstrapServers, Channel.ARTICLES_CLASSIFIED)) {
            letters.send(Channel.ARTICLES_DETECTED, "bad", "not json".getBytes(StandardCharsets.UTF_8), Map.of());
            letters.send(Channel.ARTICLES_DETECTED, "bad", Json.write(article("bad", "Flood")), Map.of());

            var letter = Json.read(
                    letters.await(1, m -> "bad".equals(m.key())).getFirst().value(), DeadLetter.class);

            assertThat(letter.service()).isEqualTo("classify");
            assertThat(letter.kafkaTopic()).isEqualTo("tocsin.articles-detected.v1");
            assertThat(letter.reason()).startsWith("unreadable: is not a DetectedArticle");
            assertThat(articles.await(1, m -> m.key().equals("bad"))).hasSize(1);
        }
    }

    @Test
    void tellsEveryoneWhichPacksAreInForce_onceStarted() throws Exception {
        try (var probe = new ChannelProbe(bootstrapServers, Channel.TOPICS)) {
            var message = probe.await(1, m -> m.key().equals("floods")).getFirst();

            assertThat(Json.read(message.value(), TopicPack.class).name()).containsEntry("en", "Floods");
            assertThat(ChannelProbe.header(message, "ce_id")).isEqualTo("floods.1.topics");
            assertThat(ChannelProbe.header(message, "ce_type")).isEqualTo("dev.tocsin.topic.v1");
        }
    }

    @Test
    void followsThePacksOfTheChannel_whileItRuns() throws Exception {
        try (var probe = new ChannelProbe(bootstrapServers, Channel.ARTICLES_CLASSIFIED)) {
            probe.send(Channel.TOPICS, "quakes", Json.write(quakes(1, "earthquake")), Map.of());
            awaitTopic(probe, "An earthquake in the valley", "quakes", 1);

            probe.send(Channel.TOPICS, "quakes", Json.write(quakes(2, "tremor")), Map.of());
            awaitTopic(probe, "A tremor in the valley", "quakes", 2);

            // wrong ones: not JSON, no query, another topic's
            probe.send(Channel.TOPICS, "quakes", "{".getBytes(StandardCharsets.UTF_8), Map.of());
            probe.send(Channel.TOPICS, "quakes", Json.write(quakes(3, "\"tremor")), Map.of());
            probe.send(Channel.TOPICS, "other", Json.write(quakes(3, "valley")), Map.of());
            probe.send(Channel.TOPICS, "fence", Json.write(pack("fence", 1, "fence")), Map.of());
            awaitTopic(probe, "A fence and a tremor", "fence", 1);
            assertThat(topics(probe, "A fence and a tremor in the valley"))
                    .containsExactlyInAnyOrder("fence 1", "quakes 2");

            probe.send(Channel.TOPICS, "quakes", null, Map.of());
            probe.send(Channel.TOPICS, "fence", null, Map.of());
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> topics(probe, "A fence and a tremor")
                    .isEmpty());
        }
    }

    private static void awaitTopic(ChannelProbe probe, String title, String topic, int version) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> topics(probe, title)
                .contains(topic + " " + version));
    }

    /** What an article of that title belongs to, with the pack's version. */
    private static List<String> topics(ChannelProbe probe, String title) throws Exception {
        var id = UUID.randomUUID().toString();
        probe.send(Channel.ARTICLES_DETECTED, id, Json.write(article(id, title)), Map.of());
        var message = probe.await(1, m -> m.key().equals(id)).getFirst();
        return Json.read(message.value(), ClassifiedArticle.class).topics().stream()
                .map(hit -> hit.topic() + " " + hit.version())
                .toList();
    }

    private static TopicPack quakes(int version, String term) {
        return pack("quakes", version, term);
    }

    private static TopicPack pack(String id, int version, String term) {
        var signal = new TopicPack.Signal("word", 1, Map.of("en", List.of(term)));
        return new TopicPack(id, version, Map.of("en", id), null, List.of(), 0.5, 1, List.of(signal), List.of(), null);
    }

    @Test
    void saysByWhichVersionItWas_whenAnArticleIsClassifiedAnew() throws Exception {
        try (var probe = new ChannelProbe(bootstrapServers, Channel.ARTICLES_CLASSIFIED)) {
            for (var topic : List.of("floods", "unwatched")) {
                var asked = new Reclassify("job-" + topic, topic, 9, false);
                var article = article("anew", "Floods in the valley");
                var again = new DetectedArticle(article.article(), article.language(), asked);
                probe.send(Channel.ARTICLES_DETECTED, "anew", Json.write(again), Map.of());
            }
            var messages = probe.await(2, m -> m.key().equals("anew"));
            assertThat(messages)
                    .extracting(m -> ChannelProbe.header(m, "ce_id"))
                    .containsExactly(
                            "anew.1.articles-classified.job-floods", "anew.1.articles-classified.job-unwatched");
            assertThat(Json.read(messages.getFirst().value(), ClassifiedArticle.class)
                            .detected()
                            .reclassify())
                    .isEqualTo(new Reclassify("job-floods", "floods", 1, false));
            assertThat(Json.read(messages.getLast().value(), ClassifiedArticle.class)
                            .detected()
                            .reclassify())
                    .isEqualTo(new Reclassify("job-unwatched", "unwatched", 0, false));
        }
    }

    @Test
    void proposesWeightsFromVerdicts_orSaysHowManyAreMissing() {
        refit(9, 10)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("title", equalTo("Too few verdicts"))
                .body("detail", containsString("1 more relevant"));
        refit(10, 10)
                .statusCode(200)
                .body("pack.version", equalTo(2))
                .body("verdicts.texts", equalTo(20))
                .body("yaml", containsString("version: 2"));
        given().contentType("application/json")
                .body("{\"texts\":[]}")
                .post("/packs/refit")
                .then()
                .statusCode(400)
                .body("detail", containsString("'pack' or 'texts' is missing"));
    }

    private static io.restassured.response.ValidatableResponse refit(int relevant, int irrelevant) {
        var texts = new java.util.ArrayList<Map<String, String>>();
        for (int i = 0; i < relevant + irrelevant; i++) {
            var label = i < relevant ? "relevant" : "irrelevant";
            texts.add(Map.of("story", "s" + i, "label", label, "language", "en", "text", "A tremor, and " + label));
        }
        return given().contentType("application/json")
                .body(Json.write(Map.of("pack", quakes(1, "tremor"), "texts", texts)))
                .post("/packs/refit")
                .then();
    }

    @Test
    void triesAPack_andSaysWhatIsWrongWithIt() {
        var right = Json.write(quakes(1, "earthquake"));
        given().contentType("text/plain")
                .body(right)
                .post("/packs/check")
                .then()
                .statusCode(200)
                .body("id", equalTo("quakes"));
        given().contentType("text/plain")
                .body(
                        "id: quakes\nversion: 1\nname: {en: Quakes}\nthreshold: 0.5\ntitleBoost: 1\nsignals:\n  - id: word\n    wait: 1\n")
                .post("/packs/check")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("line 8"))
                .body("detail", containsString("'signals[0].wait' is no key of a pack"));
    }

    private static DetectedArticle article(String id, String title) {
        var fetched = new FetchedArticle(
                id,
                1,
                "https://news.example/" + id,
                null,
                id,
                title,
                "",
                null,
                null,
                null,
                Instant.parse("2022-01-06T10:00:00Z"),
                false,
                null,
                new Source("news.example", "An invented source", null, null),
                Origin.UNKNOWN,
                List.of(),
                null);
        return new DetectedArticle(fetched, new DetectedLanguage("en", 0.99, null));
    }
}
