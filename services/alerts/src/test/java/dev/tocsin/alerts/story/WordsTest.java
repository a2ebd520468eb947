package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void splitsAtWhatIsNoLetter() {
        assertThat(Words.of("L'Aquila: Kassym-Jomart, «Тоқаев»!"))
                .extracting(Words.Token::text)
                .containsExactly("L", "Aquila", "Kassym", "Jomart", "Тоқаев");
    }

    @Test
    void keepsAFigureWhole_howeverItIsGrouped() {
        assertThat(Words.of("2,500 2.500 2\u00a0500 2 500 25000, 3.5 and 1234 567"))
                .filteredOn(Words.Token::isNumber)
                .extracting(Words.Token::text)
                .containsExactly("2500", "2500", "2500", "2500", "25000", "3", "5", "1234", "567");
    }

    @Test
    void readsDigitsOfOtherScripts() {
        assertThat(Words.of("٢٥٠٠")).extracting(Words.Token::text).containsExactly("2500");
    }

    @Test
    void pairsCharacters_whereTheScriptHasNoSpaces() {
        assertThat(Words.of("阿拉木图 a")).extracting(Words.Token::text).containsExactly("阿拉", "拉木", "木图", "a");
    }

    @Test
    void knowsWhichWordOpensASentence() {
        assertThat(Words.of("Police moved. Then Petrov\nspoke"))
                .filteredOn(Words.Token::opens)
                .extracting(Words.Token::text)
                .containsExactly("Police", "Then", "spoke");
    }

    @Test
    void saysWhereEachStands() {
        assertThat(Words.of("ab 𝟙 cd")).extracting(Words.Token::start).containsExactly(0, 6);
    }

    @Test
    void endsWithTheText_whateverItEndsWith() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of("12,")).extracting(Words.Token::text).containsExactly("12");
        assertThat(Words.of("\ud800")).isEmpty();
        assertThat(Words.of("1,234")).extracting(Words.Token::text).containsExactly("1234");
    }

    @Test
    void knowsWordsOfGrammar() {
        assertThat(Words.tells("the")).isFalse();
        assertThat(Words.tells("которые")).isFalse();
        assertThat(Words.tells("di")).isFalse();
        assertThat(Words.tells("square")).isTrue();
        assertThat(Words.tells("木图")).isTrue();
    }
}
