package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * January 2022 played through the real channels: the desk is told exactly what it should be, whatever is killed; and played again,
 * it is another exercise.
 */
class ReplayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TempDir
    private static Path folder;

    @Test
    void tellsTheDeskWhatItShould_whateverIsKilled_andAgainWhenItIsPlayedAgain() throws Exception {
        List<Alert> first;
        try (var tocsin = RunningTocsin.startWith(folder.resolve("data"), Replayed.OPTIONS, Map.of())) {
            for (var victim : List.of("alerts", "archive", "classify", "alerts", "language")) {
                awaitNextProgress(tocsin);
                assertThat(tocsin.service(victim).destroyForcibly()).as(victim).isTrue();
            }
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> tocsin.log()
                    .contains(Replayed.FINISHED));

            var alerts = Committed.all(tocsin.run().broker(), Channel.ALERTS, Alert.class);
            assertThat(Replayed.lines(alerts)).isEqualTo(Replayed.approved());
            assertThat(alerts).allMatch(a -> a.status() == Alert.Status.Exercise);
            awaitShown(tocsin, alerts);
            first = alerts;
        }
        var stories = first.stream().map(Alert::story).collect(Collectors.toSet());
        try (var again = RunningTocsin.startWith(
                folder.resolve("data"), List.of("--replay", "january-2022", "--speed", "1000000"), Map.of())) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                            ofTheSecondPlay(again))
                    .extracting(Alert::topic)
                    .containsAll(first.stream().map(Alert::topic).toList()));
            assertThat(ofTheSecondPlay(again)).extracting(Alert::story).doesNotContainAnyElementsOf(stories);
        }
    }

    private static List<Alert> ofTheSecondPlay(RunningTocsin tocsin) throws Exception {
        return Committed.all(tocsin.run().broker(), Channel.ALERTS, Alert.class).stream()
                .filter(alert -> Integer.valueOf(2).equals(alert.exercise()))
                .toList();
    }

    private static void awaitNextProgress(RunningTocsin tocsin) {
        long before = progress(tocsin);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> progress(tocsin) > before || tocsin.log().contains(Replayed.FINISHED));
    }

    private static long progress(RunningTocsin tocsin) {
        return tocsin.log().lines().filter(l -> l.contains("| replay: ")).count();
    }

    /** Every story that rang stands on the board. */
    private static void awaitShown(RunningTocsin tocsin, List<Alert> alerts) {
        var stories = alerts.stream().map(Alert::story).distinct().toList();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                        tocsin.api().all("/api/alerts"))
                .extracting(a -> a.get("story").asText())
                .containsExactlyInAnyOrderElementsOf(stories));
    }
}
