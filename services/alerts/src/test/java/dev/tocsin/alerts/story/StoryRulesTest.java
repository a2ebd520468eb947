package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoryRulesTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void namesTheKeyAndTheValue_thatCannotBe() {
        assertThatThrownBy(() -> rules(0, 0.2, DAY, DAY, 1, DAY)).hasMessageContaining("similarity is 0.0");
        assertThatThrownBy(() -> rules(0.2, Double.NaN, DAY, DAY, 1, DAY))
                .hasMessageContaining("cross-similarity is NaN");
        assertThatThrownBy(() -> rules(0.2, 0.2, Duration.ZERO, DAY, 1, DAY)).hasMessageContaining("window is PT0S");
        assertThatThrownBy(() -> rules(0.2, 0.2, DAY, Duration.ofHours(1), 1, DAY))
                .hasMessageContaining("quiet-after is PT1H");
        assertThatThrownBy(() -> rules(0.2, 0.2, DAY, DAY, 0, DAY)).hasMessageContaining("max-open-stories is 0");
        assertThatThrownBy(() -> rules(0.2, 0.2, DAY, DAY, 1, DAY.negated()))
                .hasMessageContaining("reopen-within is PT-24H");
    }

    private static StoryRules rules(
            double similarity, double cross, Duration window, Duration quietAfter, int maxOpen, Duration reopen) {
        return new StoryRules(similarity, cross, window, DAY, quietAfter, maxOpen, reopen, 1);
    }
}
