package dev.tocsin.archive.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {
    private static final Scope SCOPE = Scope.of("letters");

    @Test
    void goesOnAfterItsLastItem_whenThereIsOneTooMany() {
        var slice = Slice.of(List.of("a", "b", "c"), 2, SliceTest::position);

        assertThat(slice.items()).containsExactly("a", "b");
        assertThat(slice.next()).isEqualTo(position("b"));
    }

    @Test
    void isTheEnd_whenThereAreNoMoreThanAskedFor() {
        assertThat(Slice.of(List.of("a", "b"), 2, SliceTest::position)).isEqualTo(new Slice<>(List.of("a", "b"), null));
        assertThat(Slice.of(List.<String>of(), 2, SliceTest::position).next()).isNull();
    }

    @Test
    void becomesAPageWithACursor_thatLeadsBackToIt() {
        var page = Page.of(Slice.of(List.of("a", "b"), 1, SliceTest::position).map(String::toUpperCase), SCOPE);

        assertThat(page.items()).containsExactly("A");
        assertThat(Cursor.read(String.valueOf(page.nextCursor()), SCOPE)).isEqualTo(position("a"));
        assertThat(Page.of(new Slice<>(List.of("a"), null), SCOPE).nextCursor()).isNull();
    }

    private static Position position(String letter) {
        return new Position(Instant.ofEpochMilli(letter.charAt(0)), letter);
    }
}
