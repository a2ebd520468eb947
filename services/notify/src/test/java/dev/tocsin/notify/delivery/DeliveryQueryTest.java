package dev.tocsin.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.notify.delivery.DeliveryQuery.Position;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryQueryTest {
    @Test
    void asksForTheNewestOfAll_whenNothingIsSaid() {
        assertThat(DeliveryQuery.of(null, null, null, null, null))
                .isEqualTo(new DeliveryQuery(null, null, null, null, 50));
    }

    @Test
    void readsEveryParameter() {
        var end = new Position(Instant.parse("2022-01-06T20:00:00.123Z"), "s1:2:desk");

        assertThat(DeliveryQuery.of("s1", "desk", "failed", end.cursor(), "200"))
                .isEqualTo(new DeliveryQuery("s1", "desk", Delivery.State.FAILED, end, 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "ten", "", "1e3", "99999999999"})
    void refusesALimitOutOfRange(String limit) {
        assertThatThrownBy(() -> DeliveryQuery.of(null, null, null, null, limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'limit' must be a number from 1 to 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "bm93aGVyZQ", "MjAyMi0xMy0wMVQwMDowMDowMFogaw"})
    void refusesACursorFromNowhere(String cursor) {
        assertThatThrownBy(() -> DeliveryQuery.of(null, null, null, cursor, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'cursor' is not one that this service gave");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PENDING", "lost"})
    void namesTheStatesThereAre(String state) {
        assertThatThrownBy(() -> DeliveryQuery.of(null, null, state, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'state' is none of pending, delivered, failed, silenced");
    }
}
