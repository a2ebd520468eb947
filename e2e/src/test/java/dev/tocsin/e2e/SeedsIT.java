package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five real texts, where they are there: the language, the topics, the figures and the reactions that a reader found. */
class SeedsIT {
    private static final Path SEEDS = RunningTocsin.shared().resolve("seeds");
    private static final Set<String> MISSION = Set.of("protests", "csto-deployment", "diplomatic-reactions");

    @TempDir
    private static Path data;

    @Test
    void findsInEachSeedWhatAReaderFound() throws Exception {
        assumeTrue(Files.exists(SEEDS), "skipped: " + SEEDS + " is not there");
        var expected = Json.mapper().readTree(SEEDS.resolve("expected.json").toFile());
        try (var tocsin = RunningTocsin.start(
                data.resolve("data"), SEEDS.resolve("feed.xml").toString())) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(tocsin.api().all("/api/articles")).hasSize(5));
            for (var article : tocsin.api().all("/api/articles")) {
                check(
                        tocsin.api().get("/api/articles/" + article.get("id").asText()),
                        expected.get("articles").get(article.get("externalId").asText()));
            }
        }
    }

    private static void check(JsonNode article, JsonNode expected) {
        var name = article.get("externalId").asText();
        assertThat(article.at("/language/tag").asText())
                .as(name)
                .isEqualTo(expected.get("language").asText());
        var topics = new TreeSet<String>();
        article.get("topics").forEach(t -> topics.add(t.get("topic").asText()));
        topics.retainAll(MISSION);
        var required = texts(expected.get("topics"));
        assertThat(topics).as(name).containsAll(required);
        topics.removeAll(required);
        topics.removeAll(texts(expected.path("maybe")));
        assertThat(topics).as(name + " has topics it must not have").isEmpty();
        for (var claim : expected.path("claims")) {
            assertThat(article.get("claims")).as(name + " " + claim).anyMatch(found -> agrees(found, claim));
        }
        var actors = new TreeSet<String>();
        article.get("reactions").forEach(r -> actors.add(r.get("actor").asText()));
        for (var actor : texts(expected.path("reactions"))) {
            assertThat(actors).as(name).anyMatch(found -> found.contains(actor));
        }
    }

    private static boolean agrees(JsonNode found, JsonNode wanted) {
        long value = wanted.get("value").asLong();
        return found.get("kind").equals(wanted.get("kind"))
                && (found.path("low").asLong(-1) == value || found.path("high").asLong(-1) == value)
                && (!wanted.has("scope") || found.get("scope").equals(wanted.get("scope")))
                && found.path("attributedTo")
                        .asText("")
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted.path("attributedTo").asText("").toLowerCase(Locale.ROOT));
    }

    private static TreeSet<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(t -> texts.add(t.asText()));
        return texts;
    }
}
