package dev.tocsin.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Slot ALERTS_0 = new Slot(LiveType.ALERT, 0);
    private static final Slot ALERTS_2 = new Slot(LiveType.ALERT, 2);
    private static final Slot STORIES_1 = new Slot(LiveType.STORY, 1);

    @Test
    void isWrittenByChannelAndPartition_inBase36() {
        var cursor = Cursor.START.with(ALERTS_0, 48).with(ALERTS_2, 7).with(STORIES_1, 36);

        assertThat(cursor).hasToString("a1c.0.7-s0.10");
    }

    @Test
    void isZero_whenNothingWasRead() {
        assertThat(Cursor.START).hasToString("0");
        assertThat(Cursor.parse("0")).contains(Cursor.START);
        assertThat(Cursor.START.with(ALERTS_2, 0)).isEqualTo(Cursor.START);
    }

    @Test
    void readsWhatItWrote_forAnyOffsets() {
        var random = new Random(20220105);
        for (int round = 0; round < 500; round++) {
            var cursor = Cursor.START;
            for (int i = random.nextInt(9); i > 0; i--) {
                var type = LiveType.values()[random.nextInt(LiveType.values().length)];
                cursor = cursor.with(new Slot(type, random.nextInt(12)), random.nextLong(1L << random.nextInt(1, 60)));
            }

            assertThat(Cursor.parse(cursor.toString())).contains(cursor);
        }
    }

    @Test
    void isNotChanged_byItsSuccessor() {
        var before = Cursor.START.with(ALERTS_0, 5);

        before.with(ALERTS_0, 6);

        assertThat(before.at(ALERTS_0)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "x1",
                "a-1",
                "a1-a2",
                "a1c.0.7-",
                "A1",
                "a1 ",
                "a1\nevent: alert",
                "azzzzzzzzzzzzz",
                "../../etc/passwd"
            })
    void isRefused_whenNoProcessOfOursWroteIt(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @Test
    void isRefused_whenItIsEndless() {
        assertThat(Cursor.parse("a" + "1.".repeat(20_000))).isEmpty();
        assertThat(Cursor.parse("a" + ".".repeat(5_000))).isEmpty();
    }
}
