package dev.tocsin.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void isKeptAsItIs_whenItIsNothingOrZero() throws Exception {
        var figure = new Figure("killed", "", 0L, 0L, Figure.OFFICIAL, null, null, false, false, null, "");
        var written = Json.write(figure);

        assertThat(Json.read(written, Figure.class)).isEqualTo(figure);
        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("part", "earlier", "speaker");
    }

    @Test
    void isKeptAsItIs_whenItIsAPartAndPast() throws Exception {
        var figure = new Figure("killed", "troops", 3L, null, Figure.DENIED, null, null, true, true, null, "3 killed");

        assertThat(Json.read(Json.write(figure), Figure.class)).isEqualTo(figure);
    }
}
