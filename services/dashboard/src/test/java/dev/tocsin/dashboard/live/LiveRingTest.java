package dev.tocsin.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveRingTest {
    private static final Slot ALERTS = new Slot(LiveType.ALERT, 0);
    private static final Slot STORIES = new Slot(LiveType.STORY, 0);

    private static LiveEvent sized(Slot slot, long offset, int bytes) {
        return new LiveEvent(slot, offset, "s" + offset, "protests", new byte[bytes], Log.NOW);
    }

    @Test
    void dropsTheOldest_whenBytesPassTheBound() {
        var ring = new LiveRing(100, 1000);
        ring.open(ALERTS, 0, 0);

        for (int i = 0; i < 4; i++) {
            ring.append(sized(ALERTS, i, 300));
        }

        assertThat(ring.from(0, 10)).extracting(n -> n.event().offset()).containsExactly(1L, 2L, 3L);
        assertThat(ring.covers(Cursor.START, Set.of(LiveType.ALERT))).isFalse();
        assertThat(ring.covers(Cursor.START.with(ALERTS, 1), Set.of(LiveType.ALERT)))
                .isTrue();
    }

    @Test
    void keepsAlerts_howeverManyStoriesCome() {
        var ring = new LiveRing(5, 1000);
        ring.open(ALERTS, 0, 0);
        ring.open(STORIES, 0, 0);
        ring.append(sized(ALERTS, 0, 10));

        for (int i = 0; i < 50; i++) {
            ring.append(sized(STORIES, i, 500));
        }

        assertThat(ring.covers(Cursor.START, Set.of(LiveType.ALERT))).isTrue();
        assertThat(ring.from(0, 10).getFirst().event().slot()).isEqualTo(ALERTS);
    }

    @Test
    void knowsTheAlertOfAStory_whileItIsHere() {
        var ring = new LiveRing(2, 1000);
        ring.open(ALERTS, 0, 0);
        ring.append(sized(ALERTS, 0, 10));

        assertThat(ring.alertOf("s0"))
                .hasValueSatisfying(json -> assertThat(json).hasSize(10));
        assertThat(ring.alertOf("s1")).isEmpty();
    }

    @Test
    void isFilled_whenAllSlotsWereReadToTheirEnd() {
        var ring = new LiveRing(10, 1000);
        assertThat(ring.filled()).isFalse();
        ring.open(ALERTS, 3, 5);
        ring.open(STORIES, 0, 0);
        assertThat(ring.filled()).isFalse();

        ring.append(sized(ALERTS, 3, 10));
        ring.advance(ALERTS, 5);

        assertThat(ring.filled()).isTrue();
    }

    @Test
    void goesOnWhereItWas_whenASlotIsOpenedAgain() {
        var ring = new LiveRing(10, 1000);
        ring.open(ALERTS, 0, 0);
        ring.append(sized(ALERTS, 0, 10));

        ring.open(ALERTS, 1, 1);

        assertThat(ring.position(ALERTS)).contains(1L);
        assertThat(ring.covers(Cursor.START, Set.of(LiveType.ALERT))).isTrue();
    }
}
