package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void opensAStoryAgain_andUpdatesItsAlert_whenAnArticleComesLate() {
        run.publish(HARBOUR);
        run.publish(PENSIONS.after(Duration.ofHours(49)));
        run.publish(article("milk-1").saying("Farmers dump milk.").after(Duration.ofHours(50)));
        var first = run.alerts().getFirst().story();
        run.stories();

        run.publish(HARBOUR_AGAIN.at(MORNING.plus(Duration.ofHours(2)), MORNING.plus(Duration.ofHours(51))));

        assertThat(run.stories()).singleElement().satisfies(story -> {
            assertThat(story.id()).isEqualTo(first);
            assertThat(story.revision()).isEqualTo(3);
            assertThat(story.state()).isEqualTo(Story.State.OPEN);
        });
        assertThat(run.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.story()).isEqualTo(first);
            assertThat(alert.msgType()).isEqualTo(Alert.MsgType.Update);
        });
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
}
