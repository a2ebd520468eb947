package dev.tocsin.archive.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.archive.view.Standing;
import dev.tocsin.contracts.Story;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeskQueriesTest {
    private static final Position PLACE = new Position(Instant.EPOCH, "s1");

    @Test
    void readTheFiltersOfStories() {
        var query = StoryQuery.of(parameters(Map.of("topic", "protests", "state", "closed", "limit", "3")));

        assertThat(query).isEqualTo(new StoryQuery("protests", Story.State.CLOSED, null, 3));
    }

    @Test
    void readTheFiltersOfAlerts() {
        var query = AlertQuery.of(parameters(Map.of("status", "new", "since", "2022-01-06T20:00:00Z")));

        assertThat(query)
                .isEqualTo(new AlertQuery(null, Standing.NEW, Instant.parse("2022-01-06T20:00:00Z"), null, 50));
    }

    @Test
    void goOnWhereTheirCursorSays() {
        var cursor = Cursor.write(PLACE, new StoryQuery("protests", null, null, 1).scope());

        assertThat(StoryQuery.of(parameters(Map.of("topic", "protests", "cursor", cursor)))
                        .after())
                .isEqualTo(PLACE);
    }

    @Test
    void refuseTheCursorOfEachOther() {
        var cursor = Cursor.write(PLACE, new StoryQuery(null, null, null, 1).scope());

        assertThatThrownBy(() -> AlertQuery.of(parameters(Map.of("cursor", cursor))))
                .isInstanceOf(BadParameterException.class)
                .extracting(e -> ((BadParameterException) e).parameter())
                .isEqualTo("cursor");
    }

    @Test
    void refuseAStatusThatIsNone() {
        assertThatThrownBy(() -> AlertQuery.of(parameters(Map.of("status", "NEW"))))
                .hasMessageContaining("expected one of new, acknowledged, relevant, irrelevant, muted");
    }

    private static Parameters parameters(Map<String, String> given) {
        var values = new java.util.HashMap<String, List<String>>();
        given.forEach((name, value) -> values.put(name, List.of(value)));
        return new Parameters(values);
    }
}
