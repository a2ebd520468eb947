package dev.tocsin.archive.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Scope SCOPE = Scope.of("articles", "it", null);
    private static final Position POSITION = new Position(Instant.parse("2022-01-06T20:00:00.123Z"), "тревога/1+2");

    @Test
    void givesBackItsPosition() {
        var cursor = Cursor.write(POSITION, SCOPE);

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.read(cursor, SCOPE)).isEqualTo(POSITION);
    }

    @Test
    void isRefused_whenTheFiltersOrTheListAreOthers() {
        var cursor = Cursor.write(POSITION, SCOPE);

        for (var other : new Scope[] {
            Scope.of("articles", "it"), Scope.of("articles", null, "it"), Scope.of("stories", "it", null)
        }) {
            assertThatThrownBy(() -> Cursor.read(cursor, other))
                    .isInstanceOf(BadParameterException.class)
                    .hasMessageContaining("'cursor' belongs to another list or to other filters");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "!", "AQ", "====", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "1", "🔔"})
    void isRefused_whenItComesFromNowhere(String cursor) {
        assertThatThrownBy(() -> Cursor.read(cursor, SCOPE))
                .isInstanceOf(BadParameterException.class)
                .hasMessageContaining("'cursor'")
                .hasMessageContaining("nextCursor");
    }

    @Test
    void isRefused_whenItIsCutTurnedOrEndless() {
        var cursor = Cursor.write(POSITION, SCOPE);
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        bytes[bytes.length - 1] = (byte) 0xFF;
        var broken = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        for (var wrong : new String[] {cursor.substring(0, 20), broken, cursor + "A".repeat(5000)}) {
            assertThatThrownBy(() -> Cursor.read(wrong, SCOPE)).isInstanceOf(BadParameterException.class);
        }
    }
}
