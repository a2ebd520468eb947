package dev.tocsin.archive.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    @Test
    void isTheTextInOneLine_whenItIsShort() {
        assertThat(Excerpt.of("  Uno\n\n due\u00a0\t tre ", "summary")).isEqualTo("Uno due tre");
    }

    @Test
    void isTheSummary_whenThereIsNoText() {
        assertThat(Excerpt.of(" \n", "In breve")).isEqualTo("In breve");
        assertThat(Excerpt.of("", null)).isEmpty();
    }

    @Test
    void endsWithAWholeWord_whenTheTextIsLong() {
        var excerpt = Excerpt.of("parola ".repeat(100), null);

        assertThat(excerpt).endsWith("parola…").hasSizeBetween(270, Excerpt.MOST_CHARACTERS);
    }

    @Test
    void keepsATextThatJustFits() {
        var text = "x".repeat(Excerpt.MOST_CHARACTERS);

        assertThat(Excerpt.of(text, null)).isEqualTo(text);
        assertThat(Excerpt.of(text + "x", null))
                .hasSize(Excerpt.MOST_CHARACTERS)
                .endsWith("x…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"🔔", "抗", "\u00a0", "\u0000", "a", "é ", "\ud83d"})
    void isBoundedAndCutsNoCharacterInTwo_whateverIsRepeated(String repeated) {
        for (int times : new int[] {139, 140, 279, 280, 281, 1120, 5000}) {
            for (var before : new String[] {"", "a"}) {
                var excerpt = Excerpt.of(before + repeated.repeat(times), null);

                assertThat(excerpt).hasSizeLessThanOrEqualTo(Excerpt.MOST_CHARACTERS);
                if (repeated.equals("🔔")) {
                    assertThat(excerpt.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
                }
            }
        }
    }
}
