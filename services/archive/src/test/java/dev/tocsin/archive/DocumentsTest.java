package dev.tocsin.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    @Test
    void keepsOneDocumentAnId_theBetterOne() {
        var made = Documents.of(List.of("a1", "b1", "a2"), m -> m.substring(0, 1), m -> m, (_, later) -> later);

        assertThat(made.byId()).containsOnly(java.util.Map.entry("a", "a2"), java.util.Map.entry("b", "b1"));
        assertThat(made.rejections()).isEmpty();
    }

    @Test
    void rejectsWhatCannotBeMade_byItsPlaceInTheBatch() {
        var made = Documents.of(
                List.of("ok", "bad", "x".repeat(513)),
                m -> m,
                m -> {
                    if (m.equals("bad")) {
                        throw new IllegalArgumentException("it is bad");
                    }
                    return m;
                },
                (first, _) -> first);

        assertThat(made.byId()).containsOnlyKeys("ok");
        assertThat(made.rejections())
                .containsExactly(
                        new Rejection(1, "cannot be stored: it is bad"),
                        new Rejection(2, "cannot be stored: its id has 513 characters, the most is 512"));
    }

    @Test
    void refusesADocumentThatMongoDbWouldNotTake() {
        assertThatThrownBy(() -> Documents.encode(new BsonDocument("x", new BsonString("x".repeat(16_000_000)))))
                .hasMessageContaining("the most is 15728640");
    }

    @Test
    void refusesATimeThatNoDateHolds() {
        assertThatThrownBy(() -> Documents.date(Instant.MAX)).isInstanceOf(ArithmeticException.class);
        assertThat(Documents.date(Instant.parse("9999-12-31T23:59:59.999999Z")).getValue())
                .isEqualTo(253402300799999L);
    }

    @Test
    void keepsOffsets_whenHalfOfAPairIsReplaced() {
        assertThat(Documents.text("a\ud83db🔔\udd14").getValue()).isEqualTo("a\ufffdb🔔\ufffd");
    }
}
