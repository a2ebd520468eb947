package dev.tocsin.archive.anew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final Instant NOW = Instant.parse("2022-01-06T20:00:00Z");
    private static final Job JOB = Job.of("j", "protests", 4, null, NOW, false, 100, NOW);

    @Test
    void runsWhileItShowsSignsOfLife_andHasFailedWhenItShowsNone() {
        assertThat(JOB.runs(NOW.plusSeconds(20))).isTrue();
        var silent = JOB.seenAt(NOW.plusSeconds(21));
        assertThat(silent.state()).isEqualTo(Job.State.FAILED);
        assertThat(silent.endedAt()).isEqualTo(NOW);
        assertThat(silent.reason()).contains("ask again");
        assertThat(JOB.at(new Job.Tally(5, 1, 1, 0, 0), NOW.plusSeconds(15)).runs(NOW.plusSeconds(30)))
                .isTrue();
    }

    @Test
    void keepsWhatWasCounted_whenItEnds() {
        var tally = new Job.Tally(90, 5, 3, 1, 2);
        var ended = JOB.at(tally, NOW.plusSeconds(1)).ended(Job.State.CANCELLED, null, NOW.plusSeconds(2));
        assertThat(new Job.Tally(ended.read(), ended.changed(), ended.entered(), ended.left(), ended.unanswered()))
                .isEqualTo(tally);
        assertThat(ended.runs(NOW.plusSeconds(2))).isFalse();
        assertThat(ended.seenAt(NOW.plusSeconds(900))).isEqualTo(ended);
    }

    @Test
    void isReadFromTheStoreAsItWasWritten() throws Exception {
        assertThat(Json.read(Json.write(JOB), Job.class)).isEqualTo(JOB);
        assertThat(Json.mapper().readTree(Json.write(JOB)).path("state").asText())
                .isEqualTo("running");
    }
}
