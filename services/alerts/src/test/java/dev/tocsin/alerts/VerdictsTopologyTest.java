package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts on their way through the topology, and changes that wait in it. */
class VerdictsTopologyTest {
    private static final Articles HARBOUR = article("harbour-1")
            .titled("Dockers block the harbour of Veltrova")
            .saying("A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.");
    private static final Articles HARBOUR_AGAIN = article("harbour-2")
            .from("courier.example")
            .titled("Harbour of Veltrova blocked by dockers")
            .saying("Dockers have closed the harbour of Veltrova in protest, according to Mayor Karimova.")
            .after(Duration.ofHours(1));
    private static final Articles COUNTED = article("harbour-3")
            .titled("Dockers of Veltrova count their dead")
            .saying("Three were killed in the protest of dockers in the harbour of Veltrova, Mayor Karimova said.")
            .counting(3, "unspecified", "the mayor", "official");

    @TempDir
    private Path folder;

    private TopologyRun run;

    @BeforeEach
    void start() {
        run = new TopologyRun(Settings.in(folder));
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void keepsAMutedStoryQuiet_andTellsWhatCameWhenAnArticleTakesTimeOn() {
        run.publish(HARBOUR);
        var story = story();
        run.decide(verdict("v1", story, Verdict.Kind.MUTED, MORNING.plus(Duration.ofHours(3)), null, null));
        run.publish(HARBOUR_AGAIN);
        assertThat(run.alerts()).isEmpty();

        run.publish(article("pensions").saying("Pensioners of Ostrand protest.").after(Duration.ofHours(4)));
        assertThat(run.alerts())
                .filteredOn(a -> a.story().equals(story))
                .singleElement()
                .satisfies(alert -> assertThat(alert.changes())
                        .extracting(Alert.Change::text)
                        .containsExactly("while muted: 1 change", "second origin: Courier"));
    }

    @Test
    void tellsWhatCame_whenNoArticleComesButTimeGoesOn() {
        run.publish(HARBOUR);
        var story = story();
        run.publish(COUNTED.after(Duration.ofMinutes(2)).counting(5, "protesters", null, "reported"));
        run.alerts();
        run.publish(article("harbour-4")
                .in("it")
                .titled("I portuali bloccano Veltrova, Karimova: calma")
                .saying("In 2.500 hanno bloccato il porto di Veltrova, dice la sindaca Karimova.")
                .after(Duration.ofMinutes(3)));
        assertThat(run.alerts()).isEmpty();

        run.driver.advanceWallClockTime(Duration.ofMinutes(6));
        assertThat(run.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.story()).isEqualTo(story);
            assertThat(alert.changes()).extracting(Alert.Change::kind).containsExactly("new-language");
        });
        run.driver.advanceWallClockTime(Duration.ofHours(6));
        assertThat(run.alerts()).isEmpty();
    }

    @Test
    void ringsNoMore_whenIrrelevant_untilThatIsUndone() {
        run.publish(HARBOUR);
        var story = story();
        var irrelevant = verdict("v1", story, Verdict.Kind.IRRELEVANT, null, null, null);
        run.decide(irrelevant);
        run.publish(HARBOUR_AGAIN);
        assertThat(run.alerts()).isEmpty();

        run.decide(new Verdict(
                "v2", story, "protests", Verdict.Kind.RELEVANT, "ada", Settings.NOW.plusSeconds(9), null, null, null));
        assertThat(run.alerts()).singleElement().satisfies(alert -> assertThat(alert.revision())
                .isEqualTo(2));
        // delivered again, and too late
        run.decide(irrelevant);
        run.publish(COUNTED.after(Duration.ofHours(2)));
        assertThat(run.alerts()).hasSize(1);
    }

    @Test
    void recordsWhoAcknowledged() {
        run.publish(HARBOUR);
        run.decide(verdict("v1", story(), Verdict.Kind.ACKNOWLEDGED, null, null, null));
        run.publish(HARBOUR_AGAIN);

        assertThat(run.alerts()).extracting(Alert::acknowledgedBy).containsExactly("ada");
    }

    @Test
    void mutesASourceForTheTopic_andHearsItWhenTheMuteIsLifted() {
        run.publish(HARBOUR);
        var story = story();
        run.decide(verdict("v1", story, Verdict.Kind.MUTED, null, "source", "courier.example"));
        run.publish(HARBOUR_AGAIN);
        assertThat(run.alerts()).isEmpty();

        run.decide(new Verdict(
                "v2",
                story,
                "protests",
                Verdict.Kind.MUTED,
                "ada",
                Settings.NOW.plusSeconds(9),
                null,
                MORNING,
                "source",
                "courier.example"));
        assertThat(run.alerts()).singleElement().satisfies(alert -> assertThat(alert.changes())
                .extracting(Alert.Change::text)
                .containsExactly("while muted: 1 change", "second origin: Courier"));
    }

    @Test
    void mutesAReplay_forItsOwnTime() {
        run.publish(HARBOUR.replayed());
        var story = story();
        run.decide(verdict("v1", story, Verdict.Kind.MUTED, Settings.NOW.plus(Duration.ofHours(3)), null, null));
        run.publish(HARBOUR_AGAIN.replayed());
        assertThat(run.alerts()).isEmpty();

        run.publish(COUNTED.replayed().after(Duration.ofHours(4)));
        assertThat(run.alerts()).isNotEmpty().allMatch(a -> a.status() == Alert.Status.Exercise);
    }

    @Test
    void mutesASourceOfExercisesAlone_thoughTheExerciseIsOver() {
        run.publish(HARBOUR.replayed());
        var story = story();
        for (var replay : new Boolean[] {true, null}) {
            run.decide(new Verdict(
                    "v" + replay,
                    replay == null ? story : "forgotten",
                    "protests",
                    Verdict.Kind.MUTED,
                    "ada",
                    Settings.NOW,
                    null,
                    null,
                    "source",
                    replay == null ? "gazette.example" : "courier.example",
                    null,
                    replay));
            // the exercise's story closes, and its verdicts hold all the same
            run.publish(HARBOUR.as("pensions")
                    .titled("Pensioners march")
                    .saying("In Ostrand.")
                    .replayed()
                    .after(Duration.ofHours(replay == null ? 60 : 59)));
        }
        run.alerts();
        run.publish(HARBOUR);
        run.publish(HARBOUR_AGAIN);
        run.publish(COUNTED.from("gazette.example").after(Duration.ofHours(3)));

        assertThat(run.alerts()).hasSize(3).allMatch(a -> a.status() == Alert.Status.Actual);
    }

    @Test
    void remembersWhatWasDecided_whenALateArticleOpensTheStoryAgain() {
        run.publish(HARBOUR);
        var story = story();
        run.publish(HARBOUR.as("pensions")
                .titled("Pensioners march")
                .saying("In Ostrand.")
                .after(Duration.ofHours(60)));
        run.publish(
                HARBOUR.as("milk").titled("Farmers dump milk").saying("Milk.").after(Duration.ofHours(61)));
        run.alerts();
        run.decide(verdict("v1", story, Verdict.Kind.IRRELEVANT, null, null, null));
        var late = HARBOUR_AGAIN.at(MORNING.plus(Duration.ofHours(1)), MORNING.plus(Duration.ofHours(62)));
        run.publish(late);

        assertThat(run.stories()).last().satisfies(s -> {
            assertThat(s.id()).isEqualTo(story);
            assertThat(s.articleCount()).isEqualTo(2);
        });
        assertThat(run.alerts()).isEmpty();
    }

    @Test
    void buriesWhatIsNoVerdict_andIgnoresOneOnAStoryThatIsOver() {
        run.decide("s", "{}".getBytes(UTF_8));
        run.decide(verdict("v1", "gone", Verdict.Kind.IRRELEVANT, null, null, null));
        run.publish(HARBOUR);

        assertThat(run.deadLetters())
                .singleElement()
                .extracting(DeadLetter::kafkaTopic)
                .isEqualTo("tocsin.verdicts.v1");
        assertThat(run.alerts()).hasSize(1);
    }

    @Test
    void goesOn_whenAMuteEndsBeyondAllTimes() {
        run.publish(HARBOUR);
        var story = story();
        run.decide(verdict("v1", story, Verdict.Kind.MUTED, Instant.parse("+300000000-01-01T00:00:00Z"), null, null));
        run.publish(HARBOUR_AGAIN);
        run.publish(COUNTED.after(Duration.ofHours(2)));
        run.driver.advanceWallClockTime(Duration.ofDays(1));
        assertThat(run.alerts()).isEmpty();
    }

    @Test
    void ignoresAMuteOfASource_thatDoesNotSayWhich() {
        run.publish(HARBOUR);
        run.decide(verdict("v1", story(), Verdict.Kind.MUTED, null, "source", null));
        run.publish(HARBOUR_AGAIN);

        assertThat(run.alerts()).hasSize(1);
    }

    @Test
    void tellsNothingAgain_beforeItsTime_whenAMuteChanges() throws Exception {
        var policy = Files.writeString(folder.resolve("policy.yaml"), "repeat: {after: 1h, most: 2, from: Unknown}");
        run.close();
        run = new TopologyRun(Settings.in(folder.resolve("other"), Map.of("tocsin.alerts.policy", policy.toString())));
        run.publish(HARBOUR);
        var story = story();
        run.decide(verdict("v1", story, Verdict.Kind.MUTED, null, "source", "courier.example"));
        assertThat(run.alerts()).isEmpty();

        run.driver.advanceWallClockTime(Duration.ofHours(1));
        assertThat(run.alerts()).singleElement().satisfies(alert -> assertThat(alert.changes())
                .extracting(Alert.Change::kind)
                .containsExactly("repeat"));
    }

    private String story() {
        return run.alerts().getFirst().story();
    }

    private static Verdict verdict(
            String id,
            String story,
            Verdict.Kind kind,
            @Nullable Instant until,
            @Nullable String scope,
            @Nullable String target) {
        return new Verdict(id, story, "protests", kind, "ada", Settings.NOW, null, until, scope, target);
    }
}
