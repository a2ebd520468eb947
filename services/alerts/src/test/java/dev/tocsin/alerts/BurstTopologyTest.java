package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bursts through the whole topology. */
class BurstTopologyTest {
    private static final Duration LATER = Duration.ofDays(2);

    @TempDir
    private Path folder;

    private TopologyRun run;
    private final List<Alert> alerts = new ArrayList<>();
    private int articles;

    @BeforeEach
    void start() {
        run = new TopologyRun(Settings.in(folder));
    }

    @AfterEach
    void stop() {
        run.close();
    }

    private Articles next(Duration at) {
        int n = articles++;
        return article("a" + n)
                .from("s" + n % 4 + ".example")
                .titled("Q" + Integer.toString(n + 50_000, 36) + " z" + Integer.toString(n + 70_000, 36))
                .saying("X" + Integer.toString(n + 90_000, 36) + ".")
                .after(at);
    }

    private List<Alert> burst(UnaryOperator<Articles> as) {
        for (int i = 0; i < 8; i++) {
            run.publish(as.apply(next(Duration.ofHours(6L * i))));
        }
        for (int i = 0; i < 7; i++) {
            run.publish(as.apply(next(LATER.plusMinutes(10L * i))));
        }
        return rung();
    }

    private List<Alert> rung() {
        alerts.addAll(run.alerts());
        return alerts.stream().filter(a -> a.story().startsWith("burst-")).toList();
    }

    @Test
    void ringsBesideItsStories_underItsOwnId() {
        assertThat(burst(a -> a)).singleElement().satisfies(alert -> {
            assertThat(alert.headline()).startsWith("protests: 5 articles of 4 origins in 3 hours");
            assertThat(alert.times().alerted()).isEqualTo(Settings.NOW);
            assertThat(alert.links()).first().satisfies(link -> assertThat(link.article())
                    .isEqualTo("a12"));
        });
        assertThat(run.stories()).noneMatch(story -> story.id().startsWith("burst-"));
    }

    @Test
    void ringsAlike_whenAllIsDeliveredTwice() {
        var once = burst(a -> a);
        articles = 0;
        assertThat(burst(a -> a)).isEqualTo(once);
    }

    @Test
    void isOver_whenTimePassesAndNothingComes() {
        burst(a -> a);
        run.driver.advanceWallClockTime(Duration.ofHours(2));
        assertThat(rung()).hasSize(1);
        run.driver.advanceWallClockTime(Duration.ofHours(2));
        assertThat(rung()).last().satisfies(alert -> {
            assertThat(alert.revision()).isEqualTo(2);
            assertThat(alert.changes()).extracting(Alert.Change::kind).containsExactly("burst-over");
        });
        run.driver.advanceWallClockTime(Duration.ofDays(2));
        assertThat(rung()).hasSize(2);
    }

    @Test
    void ringsForAnExercise_andLeavesTheLiveLaneAlone() {
        assertThat(burst(Articles::replayed)).extracting(Alert::status).containsExactly(Alert.Status.Exercise);
        articles = 100;
        assertThat(burst(a -> a)).hasSize(2);
    }

    @Test
    void isSilent_onceTheDeskWantsNoMoreOfIt() {
        var alert = burst(Articles::replayed).getFirst();
        run.decide(new Verdict(
                "v1",
                alert.story(),
                "protests",
                Verdict.Kind.IRRELEVANT,
                "ada",
                Settings.NOW,
                null,
                null,
                null,
                null,
                null,
                true));
        for (int i = 0; i < 30; i++) {
            run.publish(next(LATER.plusMinutes(70 + i)).replayed());
        }
        run.driver.advanceWallClockTime(Duration.ofHours(9));
        assertThat(rung()).hasSize(1);
    }

    @Test
    void isUndecidedAgain_whenAVerdictIsTakenBack_andRingsNotForThatButWhenItGrows() {
        var alert = burst(a -> a).getFirst();
        run.decide(verdict("v1", alert, Verdict.Kind.IRRELEVANT, Settings.NOW, null));
        run.publish(next(LATER.plusMinutes(70)));
        run.decide(verdict("v2", alert, Verdict.Kind.ACKNOWLEDGED, Settings.NOW.plusSeconds(1), "v1"));
        run.driver.advanceWallClockTime(Duration.ofMinutes(2));
        assertThat(rung()).hasSize(1);

        // the one that is taken back comes late, and changes nothing
        run.decide(verdict("v1", alert, Verdict.Kind.IRRELEVANT, Settings.NOW, null));
        for (int i = 1; i <= 8; i++) {
            run.publish(next(LATER.plusMinutes(70 + i)));
        }
        assertThat(rung()).hasSize(2).last().satisfies(grown -> {
            assertThat(grown.story()).isEqualTo(alert.story());
            assertThat(grown.msgType()).isEqualTo(Alert.MsgType.Update);
            assertThat(grown.acknowledgedBy()).isNull();
        });
        run.driver.advanceWallClockTime(Duration.ofHours(9));
        assertThat(rung()).hasSize(3).last().satisfies(over -> assertThat(over.changes())
                .extracting(Alert.Change::kind)
                .containsExactly("burst-over"));
    }

    private static Verdict verdict(String id, Alert alert, Verdict.Kind kind, Instant at, @Nullable String takesBack) {
        return new Verdict(id, alert.story(), "protests", kind, "ada", at, null, null, null, null, takesBack, false);
    }

    @Test
    void isKeyedAndEnvelopedAsAnyAlert() {
        burst(a -> a);
        for (int i = 0; i < 20; i++) {
            run.publish(next(LATER.plusMinutes(70 + i)));
        }
        var records = run.records(Channel.ALERTS).stream()
                .filter(r -> r.key().startsWith("burst-"))
                .toList();
        assertThat(records).isNotEmpty().allSatisfy(r -> assertThat(TopologyRun.header(r, "ce_id"))
                .startsWith(r.key() + "."));
    }
}
