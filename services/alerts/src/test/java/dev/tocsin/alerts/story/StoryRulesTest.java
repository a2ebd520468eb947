package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoryRulesTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void namesTheKeyAndTheValue_thatCannotBe() {
        assertThatThrownBy(() -> new StoryRules(0, 0.2, DAY, DAY, DAY, 1)).hasMessageContaining("similarity is 0.0");
        assertThatThrownBy(() -> new StoryRules(0.2, Double.NaN, DAY, DAY, DAY, 1))
                .hasMessageContaining("cross-similarity is NaN");
        assertThatThrownBy(() -> new StoryRules(0.2, 0.2, Duration.ZERO, DAY, DAY, 1))
                .hasMessageContaining("window is PT0S");
        assertThatThrownBy(() -> new StoryRules(0.2, 0.2, DAY, DAY, Duration.ofHours(1), 1))
                .hasMessageContaining("quiet-after is PT1H");
        assertThatThrownBy(() -> new StoryRules(0.2, 0.2, DAY, DAY, DAY, 0))
                .hasMessageContaining("max-open-stories is 0");
    }
}
