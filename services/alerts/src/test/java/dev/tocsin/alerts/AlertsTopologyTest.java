package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsTopologyTest {
    private static final Articles HARBOUR = article("harbour-1")
            .titled("Dockers block the harbour of Veltrova")
            .saying("A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.");
    private static final Articles HARBOUR_AGAIN = article("harbour-2")
            .from("courier.example")
            .titled("Harbour of Veltrova blocked by dockers")
            .saying("Dockers have closed the harbour of Veltrova in protest, according to Mayor Karimova.")
            .after(Duration.ofHours(2));
    private static final Articles PENSIONS = article("pensions-1")
            .titled("Pensioners march in Ostrand")
            .saying("A protest against cuts of pensions drew hundreds to the parliament of Ostrand.");

    @TempDir
    private Path folder;

    private Settings settings;
    private TopologyRun run;

    @BeforeEach
    void start() {
        start(Map.of());
    }

    private void start(Map<String, String> others) {
        settings = Settings.in(folder, others);
        run = new TopologyRun(settings);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void isTheTopologyThatWasApproved() throws Exception {
        var approved = Path.of("src/test/resources/topology.txt");
        var described = settings.topology().describe().toString();
        Files.writeString(Path.of("target/topology.txt"), described);

        assertThat(described)
                .as("approve with: cp target/topology.txt %s", approved)
                .isEqualTo(Files.readString(approved));
    }

    @Test
    void ringsOnceAndTellsTheStory() {
        run.publish(HARBOUR);

        var story = run.stories().getFirst();
        assertThat(run.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.story()).isEqualTo(story.id());
            assertThat(alert.revision()).isEqualTo(1);
            assertThat(alert.times().alerted()).isEqualTo(Settings.NOW);
        });
        assertThat(settings.count("tocsin.alerts.rung", "topic", "protests", "type", "Alert"))
                .isEqualTo(1);
    }

    @Test
    void ringsNoMore_whenItsArticleIsEditedOrVanishes() {
        run.publish(HARBOUR);
        run.publish(HARBOUR.revised(2).titled("Dockers of Veltrova still block the harbour"));
        run.publish(HARBOUR.revised(3)
                .titled("Dockers of Veltrova still block the harbour")
                .at(null, MORNING.plus(Duration.ofHours(7))));
        run.publish(HARBOUR.revised(2).titled("Delivered again"));

        assertThat(run.alerts()).hasSize(1);
        assertThat(run.stories()).allMatch(s -> s.articleCount() == 1 && s.independentOrigins() == 1);
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void ringsForEachTopic_whenAnArticleHitsTwo() {
        run.publish(HARBOUR.on("protests", "strikes", "protests"));

        assertThat(run.alerts()).extracting(Alert::topic).containsExactlyInAnyOrder("protests", "strikes");
    }

    @Test
    void makesNothingOfAnArticleThatOnlyTheArchiveWantsAnew() {
        run.publish(HARBOUR);
        anew(HARBOUR_AGAIN, false);
        assertThat(run.stories()).hasSize(1);
        assertThat(run.alerts()).hasSize(1);
    }

    @Test
    void ringsForAnExercise_besideTheLiveStory_whenADeskWantsToSeeWhatWouldHaveRung() {
        run.publish(HARBOUR);
        anew(HARBOUR_AGAIN, true);
        var stories = run.stories();
        assertThat(stories).extracting(Story::replay).containsExactly(false, true);
        assertThat(stories).extracting(Story::articleCount).containsExactly(1, 1);
        assertThat(run.alerts()).extracting(Alert::status).containsExactly(Alert.Status.Actual, Alert.Status.Exercise);
    }

    /** As the archive sends an article again for the topic of these tests, and classify answers. */
    private void anew(Articles article, boolean exercise) {
        ObjectNode message = Json.mapper().valueToTree(article.replayed().classified());
        var other = message.withArray("topics").get(0).deepCopy();
        message.withArray("topics").add(((ObjectNode) other).put("topic", "other"));
        message.putObject("reclassify")
                .put("job", "j")
                .put("topic", "protests")
                .put("version", 9)
                .put("exercise", exercise);
        run.send(article.id(), Json.write(message));
    }

    @Test
    void tellsTheStoryButStaysSilent_whenNothingIsWorthIt() {
        run.publish(HARBOUR);
        run.publish(HARBOUR.revised(2).titled("Dockers still block the harbour"));

        assertThat(run.stories()).extracting(Story::revision).containsExactly(1, 2);
        assertThat(run.alerts()).hasSize(1);
    }

    @Test
    void updatesTheAlert_whenTheSecondSourceConfirms() {
        run.publish(HARBOUR);
        run.publish(HARBOUR_AGAIN);

        assertThat(run.alerts()).extracting(Alert::revision).containsExactly(1, 2);
    }

    @Test
    void changesNothing_whenAnArticleIsDeliveredTwice() {
        run.publish(HARBOUR);
        run.publish(HARBOUR);

        assertThat(run.stories()).hasSize(1);
        assertThat(run.alerts()).hasSize(1);
        assertThat(settings.count("tocsin.alerts.duplicates")).isEqualTo(1);
    }

    @Test
    void closesAStory_whenStreamTimeWentOn() {
        run.publish(HARBOUR);
        run.publish(PENSIONS.after(Duration.ofHours(49)));
        run.publish(article("milk-1").saying("Farmers dump milk.").after(Duration.ofHours(50)));

        assertThat(run.stories())
                .extracting(Story::state)
                .containsExactlyInAnyOrder(Story.State.OPEN, Story.State.OPEN, Story.State.CLOSED, Story.State.OPEN);

        run.publish(HARBOUR);
        assertThat(run.stories()).isEmpty();
    }

    @Test
    void forgetsAnArticle_whenItsMemoryIsOver() {
        run.publish(HARBOUR);
        run.publish(PENSIONS.after(Duration.ofDays(8)));
        try (var known = run.driver.getKeyValueStore(StoryProcessor.ARTICLES).all()) {
            assertThat(known).toIterable().extracting(e -> e.key).containsExactly("protests|pensions-1");
        }
    }

    @Test
    void closesTheQuietest_whenATopicHasTooManyStories() {
        run.close();
        start(Map.of("tocsin.alerts.max-open-stories", "1"));
        run.publish(HARBOUR);
        run.publish(PENSIONS.after(Duration.ofMinutes(1)));

        assertThat(run.stories())
                .extracting(Story::state)
                .containsExactly(Story.State.OPEN, Story.State.OPEN, Story.State.CLOSED);
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
    void buriesAMessageWithoutValue() {
        run.send("poison", null);

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
