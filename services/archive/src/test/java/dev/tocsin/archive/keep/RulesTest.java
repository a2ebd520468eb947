package dev.tocsin.archive.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Instant NOW = Instant.parse("2022-06-01T00:00:00Z");

    private final Rules rules = new Rules(
            Duration.ofDays(100),
            Duration.ofDays(10),
            Map.of("short", Duration.ofDays(20), "long", Duration.ofDays(300)),
            null);

    @Test
    void keepsForEver_whereNothingIsSaid() {
        var none = new Rules(null, null, Map.of(), null);
        assertThat(none.end()).isFalse();
        assertThat(none.isOver(Instant.EPOCH, List.of(), NOW)).isFalse();
        assertThat(none.horizon(NOW)).isNull();
    }

    @Test
    void goesByTheLongestOfTheTopics_andByTheAgeOfNoneWhereThereIsNone() {
        assertThat(over(11)).isTrue();
        assertThat(over(9)).isFalse();
        assertThat(over(21, "short")).isTrue();
        assertThat(over(19, "short")).isFalse();
        assertThat(over(99, "short", "another")).isFalse();
        assertThat(over(101, "short", "another")).isTrue();
        assertThat(over(299, "short", "long")).isFalse();
        assertThat(rules.horizon(NOW)).isEqualTo(NOW.minus(Duration.ofDays(10)));
    }

    @Test
    void keepsATopicForEver_whereOnlyOthersHaveAnAge() {
        var one = new Rules(null, null, Map.of("short", Duration.ofDays(20)), null);
        assertThat(one.isOver(Instant.EPOCH, List.of("short"), NOW)).isTrue();
        assertThat(one.isOver(Instant.EPOCH, List.of("short", "another"), NOW)).isFalse();
        assertThat(one.isOver(Instant.EPOCH, List.of(), NOW)).isFalse();
    }

    @Test
    void refusesSlips_namingTheKey() {
        assertThatThrownBy(() -> new Rules(Duration.ofSeconds(400), null, Map.of(), null))
                .hasMessageContaining("'articles'")
                .hasMessageContaining("400d");
        assertThatThrownBy(() -> new Rules(null, null, Map.of("x", Duration.ZERO), null))
                .hasMessageContaining("'topics.x'");
        assertThatThrownBy(() -> new Rules(null, null, Map.of(), 5L)).hasMessageContaining("'most-articles'");
    }

    private boolean over(int days, String... topics) {
        return rules.isOver(NOW.minus(Duration.ofDays(days)), List.of(topics), NOW);
    }
}
