package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCursorTest {
    @Test
    void comesBackAsItWent() {
        var cursor = new FeedCursor(Instant.parse("2022-01-06T12:00:00.123Z"), ShortHash.of("a"));
        assertThat(FeedCursor.decode(cursor.encoded())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere", "!!", "ZmVlZHM6MTI", "ZmVlZHM6eDp5"})
    void refusesStrangers(String cursor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedCursor.decode(cursor))
                .withMessageContaining("'cursor' is none of ours");
    }
}
