package dev.tocsin.dashboard.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final Slot SLOT = new Slot(LiveType.ALERT, 0);

    private static String text(Frame frame) {
        return new String(frame.bytes(), UTF_8);
    }

    @Test
    void anEventCarriesItsTypeItsCursorAndItsJson() {
        var json = "{\"headline\":\"Протесты\"}".getBytes(UTF_8);

        var frame = new Frame.Event(new LiveEvent(SLOT, 4, "s", "protests", json, Log.NOW), Cursor.START.with(SLOT, 5));

        assertThat(text(frame)).isEqualTo("event: alert\nid: a5\ndata: {\"headline\":\"Протесты\"}\n\n");
    }

    @Test
    void aBeatMovesTheCursorOfAClientThatHasOne() {
        assertThat(text(new Frame.Beat(Cursor.START.with(SLOT, 5))))
                .isEqualTo(": beat\nevent: beat\nid: a5\ndata: {}\n\n");
        assertThat(text(new Frame.Beat(null))).isEqualTo(": beat\n\n");
    }

    @Test
    void retryIsInMilliseconds() {
        assertThat(text(new Frame.Retry(Duration.ofSeconds(2)))).isEqualTo("retry: 2000\n\n");
    }
}
