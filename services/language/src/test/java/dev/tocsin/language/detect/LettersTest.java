package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LettersTest {
    private static final List<String> TAGS = List.of("ru", "uk", "bg", "sr", "kk", "uz", "pl", "en", "ja", "zh");
    private static final Letters LETTERS =
            Letters.of(TAGS.stream().map(LanguageFile::of).toList());

    @Test
    void namesTheLanguagesOfTheScriptThatLackALetter() {
        assertThat(tags(LETTERS.lacking('ы'))).containsExactly("uk", "bg", "sr", "uz");
        assertThat(tags(LETTERS.lacking('ї'))).containsExactly("ru", "bg", "sr", "kk", "uz");
        assertThat(tags(LETTERS.lacking('қ'))).containsExactly("ru", "uk", "bg", "sr");
        assertThat(tags(LETTERS.lacking('ą'))).containsExactly("sr", "uz", "en").doesNotContain("pl");
        assertThat(tags(LETTERS.lacking('а'))).isEmpty();
    }

    @Test
    void namesTheLanguageThatACharacterSpeaksFor() {
        assertThat(tags(LETTERS.having('们'))).containsExactly("zh");
        assertThat(tags(LETTERS.having('駅'))).containsExactly("ja");
        assertThat(tags(LETTERS.having('山'))).isEmpty();
    }

    private static List<String> tags(long bits) {
        return IntStream.range(0, TAGS.size())
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(TAGS::get)
                .toList();
    }
}
