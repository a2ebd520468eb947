package dev.tocsin.archive.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Instant NOW = Instant.parse("2022-06-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(2);

    @Test
    void isTheFirstOnes_untilItRunsOut() {
        var first = Lease.asked(null, "a", NOW, LENGTH);
        assertThat(first.owner()).isEqualTo("a");
        assertThat(Lease.asked(first, "b", NOW.plusSeconds(119), LENGTH)).isEqualTo(first);
        assertThat(Lease.asked(first, "a", NOW.plusSeconds(60), LENGTH).until()).isEqualTo(NOW.plusSeconds(180));
        assertThat(Lease.asked(first, "b", NOW.plusSeconds(120), LENGTH).owner())
                .isEqualTo("b");
    }
}
