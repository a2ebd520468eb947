package dev.tocsin.archive.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleQueryTest {
    @Test
    void asksForTheNewest_whenNothingIsGiven() {
        assertThat(query(Map.of())).isEqualTo(new ArticleQuery(null, null, null, null, null, null, null, 50));
    }

    @Test
    void readsEveryFilter() {
        var query = query(Map.of(
                "language", "IT",
                "topic", "protests",
                "source", "news.example",
                "story", "s1",
                "from", "2022-01-01T00:00:00Z",
                "to", "2022-01-01T00:00:00Z",
                "limit", "7"));

        assertThat(query)
                .isEqualTo(new ArticleQuery(
                        "it",
                        "protests",
                        "news.example",
                        "s1",
                        Instant.parse("2022-01-01T00:00:00Z"),
                        Instant.parse("2022-01-01T00:00:00Z"),
                        null,
                        7));
    }

    @Test
    void refusesATimeThatEndsBeforeItStarts() {
        assertThatThrownBy(() -> query(Map.of("from", "2022-01-02T00:00:00Z", "to", "2022-01-01T00:00:00Z")))
                .isInstanceOf(BadParameterException.class)
                .hasMessage("'from' is 2022-01-02T00:00:00Z, after 'to', which is 2022-01-01T00:00:00Z");
    }

    @Test
    void goesOnWithTheSameFiltersAndAnyLimit() {
        var first = query(Map.of("topic", "protests", "limit", "10"));
        var cursor = Cursor.write(new Position(Instant.EPOCH, "a1"), first.scope());

        var next = query(Map.of("topic", "protests", "limit", "20", "cursor", cursor));

        assertThat(next.after()).isEqualTo(new Position(Instant.EPOCH, "a1"));
        assertThatThrownBy(() -> query(Map.of("topic", "diplomatic-reactions", "cursor", cursor)))
                .hasMessageContaining("'cursor' belongs to another");
    }

    private static ArticleQuery query(Map<String, String> given) {
        var values = new HashMap<String, List<String>>();
        given.forEach((name, value) -> values.put(name, List.of(value)));
        return ArticleQuery.of(new Parameters(values));
    }
}
