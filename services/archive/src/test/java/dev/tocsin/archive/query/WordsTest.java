package dev.tocsin.archive.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "PROTESTI, La protesta,false",
        "protest, La PROTESTA di Almaty,true",
        "citta, In città,true",
        "CITTÀ, in citta,true",
        "ТРЕВОГА, Объявлена тревога,true",
        "抗议, 阿拉木图发生抗议活动,true",
        "ａｌｍａｔｙ, Almaty,true",
        "diyarbakir, Diyarbakır,false",
        "istanbul, İSTANBUL,true",
        "almaty proteste, Proteste ad Almaty,true",
        "almaty astana, Proteste ad Almaty,false",
    })
    void comparesWithoutCaseAccentsAndWidth(String phrase, String text, boolean found) {
        assertThat(Words.allIn(Words.of(phrase), "", text)).isEqualTo(found);
    }

    @Test
    void looksInTitleAndTextTogether() {
        assertThat(Words.allIn(Words.of("alpha beta"), "Alpha", "beta")).isTrue();
        assertThat(Words.allIn(Words.of("alphabeta"), "Alpha", "beta")).isFalse();
    }

    @Test
    void takesThePatternLanguageForLetters() {
        assertThat(Words.allIn(Words.of(".* \\E( $where"), "", "anything")).isFalse();
        assertThat(Words.allIn(Words.of(".*"), "", "a literal .* here")).isTrue();
    }

    @Test
    void countsAWordOnce() {
        assertThat(Words.of("Uno uno\u00a0UNO")).containsExactly("uno");
    }
}
