package dev.tocsin.archive.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.archive.index.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static Span of(String text, String word, int from) {
        int at = text.indexOf(word, from);
        return new Span(at, at + word.length());
    }

    @Test
    void showsWhereTheMostWordsStand() {
        var text = "gas " + "filler words\n".repeat(60) + "the price of gas rose, gas stations closed "
                + "more ".repeat(100);
        int late = text.indexOf("the price");
        var places = List.of(of(text, "gas", 0), of(text, "gas", late), of(text, "gas", late + 20));

        var passage = Passage.of(text, places, "unused");

        assertThat(passage.text())
                .startsWith("…")
                .endsWith("…")
                .contains("the price of gas rose, gas stations")
                .doesNotContain("\n");
        assertThat(passage.text().length()).isLessThanOrEqualTo(Excerpt.MOST_CHARACTERS);
        assertThat(passage.highlights()).hasSize(2).allSatisfy(h -> assertThat(
                        passage.text().substring(h.start(), h.end()))
                .isEqualTo("gas"));
    }

    @Test
    void beginsWithTheText_whenTheWordsDo() {
        var passage = Passage.of("Gas is dear.", List.of(new Span(0, 3)), "unused");

        assertThat(passage).isEqualTo(new Passage("Gas is dear.", List.of(new Span(0, 3))));
        assertThat(Passage.of("Gas is dear.", List.of(), "first words"))
                .isEqualTo(new Passage("first words", List.of()));
    }

    @Test
    void cutsNoSignInTwo_whereThereAreNoSpaces() {
        var text = "🔔".repeat(400);
        for (int at = 0; at < 40; at++) {
            var passage = Passage.of(text, List.of(new Span(200 + 2 * at, 202 + 2 * at)), "");
            assertThat(passage.text().codePoints()).allMatch(c -> c == '…' || c == "🔔".codePointAt(0));
            var mark = passage.highlights().getFirst();
            assertThat(passage.text().substring(mark.start(), mark.end())).isEqualTo("🔔");
        }
    }
}
