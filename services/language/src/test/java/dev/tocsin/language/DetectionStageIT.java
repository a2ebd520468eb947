package dev.tocsin.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DetectionStageIT {
    private static final String ITALIAN = "Migliaia di persone sono scese in piazza nella capitale contro i rincari.";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private static final FetchedArticle EDITED = article("envelope", 3, ITALIAN)
            .revised(
                    3,
                    List.of(new ArticleChange(ArticleChange.FIGURES, "18", "26")),
                    Instant.parse("2022-01-06T11:00:00Z"));

    @Test
    void addsTheLanguageAndKeepsTheEnvelope_whenAnArticleArrives() throws Exception {
        var trace = TraceParent.start();
        try (var probe = new ChannelProbe(bootstrapServers, Channel.ARTICLES_DETECTED)) {
            probe.send(
                    Channel.ARTICLES_FETCHED,
                    "envelope",
                    Json.write(EDITED),
                    Map.of(CloudEvent.TRACE_PARENT, trace.value()));

            var message = probe.await(1, m -> m.key().equals("envelope")).getFirst();

            var detected = Json.read(message.value(), DetectedArticle.class);
            assertThat(detected.language().tag()).isEqualTo("it");
            assertThat(detected.article()).isEqualTo(EDITED);
            assertThat(ChannelProbe.header(message, "ce_specversion")).isEqualTo("1.0");
            assertThat(ChannelProbe.header(message, "ce_id")).isEqualTo("envelope.3.articles-detected");
            assertThat(ChannelProbe.header(message, "ce_source")).isEqualTo("/tocsin/language");
            assertThat(ChannelProbe.header(message, "ce_type")).isEqualTo("dev.tocsin.article.detected.v1");
            assertThat(ChannelProbe.header(message, "ce_subject")).isEqualTo("envelope");
            assertThat(ChannelProbe.header(message, "content-type")).isEqualTo("application/json");
            assertThat(ChannelProbe.header(message, CloudEvent.TRACE_PARENT))
                    .startsWith(trace.value().substring(0, 35))
                    .isNotEqualTo(trace.value());
        }
    }

    @Test
    void goesOnWithTheNextMessage_whenOneIsNotJson() throws Exception {
        byte[] broken = "<html>not an article".getBytes(StandardCharsets.UTF_8);
        try (var letters = new ChannelProbe(bootstrapServers, Channel.DEAD_LETTERS);
                var articles = new ChannelProbe(bootstrapServers, Channel.ARTICLES_DETECTED)) {
            letters.send(Channel.ARTICLES_FETCHED, "same-partition", broken, Map.of());
            letters.send(
                    Channel.ARTICLES_FETCHED,
                    "same-partition",
                    Json.write(article("same-partition", 1, ITALIAN)),
                    Map.of());

            var letter = letters.await(1, m -> "same-partition".equals(m.key())).getFirst();
            var next = articles.await(1, m -> m.key().equals("same-partition"));

            var read = Json.read(letter.value(), DeadLetter.class);
            assertThat(read.service()).isEqualTo("language");
            assertThat(read.kafkaTopic()).isEqualTo("tocsin.articles-fetched.v1");
            assertThat(read.value()).isEqualTo("<html>not an article");
            assertThat(read.reason())
                    .startsWith("unreadable: is not a FetchedArticle")
                    .contains("line 1");
            assertThat(ChannelProbe.header(letter, "ce_type")).isEqualTo("dev.tocsin.dead-letter.v1");
            assertThat(next).hasSize(1);
        }
    }

    @Test
    void passesOverTheTombstoneOfAnErasedArticle() throws Exception {
        try (var probe = new ChannelProbe(bootstrapServers, Channel.DEAD_LETTERS)) {
            probe.send(Channel.ARTICLES_FETCHED, "erased", null, Map.of());
            probe.send(Channel.ARTICLES_FETCHED, "erased", "<html>".getBytes(StandardCharsets.UTF_8), Map.of());

            var letter = probe.await(1, m -> "erased".equals(m.key())).getFirst();

            assertThat(Json.read(letter.value(), DeadLetter.class).value()).isEqualTo("<html>");
        }
    }

    @Test
    void keepsTheOrderOfRevisions_whenManyArriveAtOnce() throws Exception {
        try (var probe = new ChannelProbe(bootstrapServers, Channel.ARTICLES_DETECTED)) {
            for (int revision = 1; revision <= 300; revision++) {
                probe.send(
                        Channel.ARTICLES_FETCHED,
                        "revised",
                        Json.write(article("revised", revision, ITALIAN)),
                        Map.of());
            }

            var ids = probe.await(300, m -> m.key().equals("revised")).stream()
                    .map(m -> ChannelProbe.header(m, "ce_id"))
                    .toList();

            assertThat(ids)
                    .isEqualTo(IntStream.rangeClosed(1, 300)
                            .mapToObj(r -> "revised." + r + ".articles-detected")
                            .toList());
        }
    }

    private static FetchedArticle article(String id, int revision, String text) {
        return new FetchedArticle(
                id,
                revision,
                "https://notizie.example/" + id,
                null,
                id,
                "Proteste in città",
                text,
                null,
                null,
                null,
                Instant.parse("2022-01-06T10:00:00Z"),
                false,
                "feed-1",
                new Source("notizie.example", "Notizie di prova", "IT", null),
                Origin.UNKNOWN,
                List.of(),
                null);
    }
}
