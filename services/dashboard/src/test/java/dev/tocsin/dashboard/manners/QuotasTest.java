package dev.tocsin.dashboard.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private static final Instant NOON = Instant.parse("2022-01-05T12:00:00Z");
    private final Quotas quotas = new Quotas(60, Duration.ofMinutes(1));

    private void use(String caller, int requests, Instant at) {
        for (int i = 0; i < requests; i++) {
            assertThat(quotas.take(caller, at).allowed()).as("request " + i).isTrue();
        }
    }

    @Test
    void allowsAWholeWindowAtOnce_andThenOneASecond() {
        use("dana", 60, NOON);

        var refused = quotas.take("dana", NOON);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.resets()).isEqualTo(1);
        use("dana", 1, NOON.plusSeconds(1));
        assertThat(quotas.take("dana", NOON.plusSeconds(1)).allowed()).isFalse();
    }

    @Test
    void countsEachCallerAlone() {
        use("dana", 60, NOON);

        assertThat(quotas.take("aigul", NOON).remaining()).isEqualTo(59);
    }

    @Test
    void fillsNoFurtherThanItsQuota_andNotBackwards() {
        use("dana", 60, NOON);

        assertThat(quotas.take("dana", NOON.minusSeconds(3_600)).allowed()).isFalse();
        assertThat(quotas.take("dana", NOON.plusSeconds(7_200)).remaining()).isEqualTo(59);
    }

    @Test
    void forgetsWhoDidNotAskForTheLongestTime() {
        use("first", 1, NOON);
        for (int i = 0; i < 10_000; i++) {
            quotas.take("caller " + i, NOON);
        }

        assertThat(quotas.take("first", NOON).remaining()).isEqualTo(59);
    }

    @Test
    void isTold_asTheDraftHasIt() {
        assertThat(quotas.policy()).isEqualTo("\"default\";q=60;w=60");
        assertThat(Quotas.told(quotas.take("dana", NOON))).isEqualTo("\"default\";r=59;t=1");
        assertThat(new Quotas(0, Duration.ofMinutes(1)).limits()).isFalse();
    }
}
