package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of messages on their way in and out, and of those that are none. */
class MessagesTopologyTest {
    private static final Articles HARBOUR = article("harbour-1")
            .titled("Dockers block the harbour of Veltrova")
            .saying("A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.");
    private static final Articles HARBOUR_AGAIN = article("harbour-2")
            .from("courier.example")
            .titled("Harbour of Veltrova blocked by dockers")
            .saying("Dockers have closed the harbour of Veltrova in protest, according to Mayor Karimova.")
            .after(Duration.ofHours(2));

    @TempDir
    private Path folder;

    private Settings settings;
    private TopologyRun run;

    @BeforeEach
    void start() {
        settings = Settings.in(folder);
        run = new TopologyRun(settings);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void buriesWhatIsNotJson_andGoesOn() {
        run.send("poison", "<html>".getBytes(UTF_8));
        run.publish(HARBOUR);

        assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.service()).isEqualTo("alerts");
            assertThat(letter.kafkaTopic()).isEqualTo("tocsin.articles-classified.v1");
            assertThat(letter.key()).isEqualTo("poison");
            assertThat(letter.value()).isEqualTo("<html>");
            assertThat(letter.reason()).contains("is not a ClassifiedArticle");
        });
        assertThat(run.alerts()).hasSize(1);
        assertThat(settings.count("tocsin.dead.letters", "reason", "unreadable"))
                .isEqualTo(1);
    }

    @Test
    void buriesAnArticleThatIsNotOne_andSaysWhatIsMissing() {
        run.send("poison", "{\"id\":\"a\",\"revision\":1}".getBytes(UTF_8));

        assertThat(run.deadLetters())
                .extracting(DeadLetter::reason)
                .singleElement()
                .asString()
                .contains("'fetchedAt' is missing");
    }

    @Test
    void buriesAMessageWithoutKeyAndValue_butNoTombstone() {
        run.send("erased", null);
        run.send(null, null);

        assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(letter.reason()).contains("has no value");
        });
    }

    @Test
    void leavesOutTheBytes_ofADeadLetterTooLargeForItsChannel() {
        run.send("poison", "\"".repeat(3_000_000).getBytes(UTF_8));

        assertThat(run.records(Channel.DEAD_LETTERS)).singleElement().satisfies(record -> assertThat(record.value())
                .hasSizeLessThan(1_000));
    }

    @Test
    void buriesAnArticleThatIsTooLargeForItsStories_andGoesOn() {
        run.publish(HARBOUR.titled("x".repeat(4_000_001)));
        run.publish(HARBOUR_AGAIN);

        assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("harbour-1");
            assertThat(letter.reason()).startsWith("is more than 4000000 bytes for its stories");
        });
        assertThat(run.alerts()).hasSize(1);
    }

    @Test
    void putsEveryMessageInItsEnvelope() {
        run.publish(HARBOUR);
        run.send("poison", new byte[] {(byte) 0xff});

        var alert = run.records(Channel.ALERTS).getFirst();
        assertThat(TopologyRun.header(alert, "ce_specversion")).isEqualTo("1.0");
        assertThat(TopologyRun.header(alert, "ce_source")).isEqualTo("/tocsin/alerts");
        assertThat(TopologyRun.header(alert, "ce_type")).isEqualTo("dev.tocsin.alert.v1");
        assertThat(TopologyRun.header(alert, "ce_subject")).isEqualTo(alert.key());
        assertThat(TopologyRun.header(alert, "ce_id")).isEqualTo(alert.key() + ".1.alerts");
        assertThat(TopologyRun.header(alert, "content-type")).isEqualTo("application/json");
        assertThat(alert.headers()).extracting("key").doesNotHaveDuplicates();

        var story = run.records(Channel.STORIES).getFirst();
        assertThat(TopologyRun.header(story, "ce_type")).isEqualTo("dev.tocsin.story.v1");
        assertThat(TopologyRun.header(story, "traceparent"))
                .startsWith(TopologyRun.TRACE.substring(0, 35))
                .isNotEqualTo(TopologyRun.TRACE);

        var letter = run.records(Channel.DEAD_LETTERS).getFirst();
        assertThat(TopologyRun.header(letter, "ce_subject")).isEqualTo("tocsin.articles-classified.v1-0-1");
    }

    @Test
    void stampsMessagesWithTheTimeTheyAreMade_howeverOldTheNews() {
        run.publish(HARBOUR.at(MORNING, MORNING));

        assertThat(TopologyRun.timestamp(run.records(Channel.ALERTS).getFirst()))
                .isEqualTo(Settings.NOW);
    }

    @Test
    void readsAnArticleFromTheFuture() throws Exception {
        var json = Json.mapper().readTree(Json.write(HARBOUR.classified()));
        ((ObjectNode) json).put("mood", "grim");
        run.send("harbour-1", Json.mapper().writeValueAsBytes(json));

        assertThat(run.alerts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void survivesTimesThatCannotBe(boolean replay) {
        var hostile = HARBOUR.at(Instant.MIN, Instant.MAX.minusSeconds(10));
        run.publish(replay ? hostile.replayed() : hostile);
        run.publish(HARBOUR_AGAIN);

        assertThat(run.alerts()).hasSize(2);
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void cutsALongText_andKeepsTheEvidenceThatIsLeft() {
        run.publish(HARBOUR.saying("A protest. " + "x".repeat(1_000_000) + " protest"));

        assertThat(run.alerts()).singleElement().satisfies(alert -> assertThat(alert.why())
                .hasSize(1));
    }
}
