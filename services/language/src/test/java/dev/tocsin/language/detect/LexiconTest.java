package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LexiconTest {
    private static final Lexicon LEXICON = Lexicon.of(List.of(
            file("aa", Set.of("strada"), Set.of("tion", "zione"), Set.of("prot")),
            file("bb", Set.of("strada", "gata"), Set.of("ion"), Set.of("pro"))));

    @Test
    void namesTheLanguagesThatHaveAWord() {
        assertThat(word("strada")).isEqualTo(0b11);
        assertThat(word("gata")).isEqualTo(0b10);
        assertThat(word("strad")).isZero();
    }

    @Test
    void countsTheLongestEndingOfEachLanguage() {
        var byLength = new long[Lexicon.LONGEST_AFFIX + 1];
        LEXICON.endings("station".toCharArray(), 0, 7, byLength);

        assertThat(byLength[4]).isEqualTo(0b01);
        assertThat(byLength[3]).isEqualTo(0b10);
    }

    @Test
    void countsTheLongestBeginningOfEachLanguage() {
        var byLength = new long[Lexicon.LONGEST_AFFIX + 1];
        LEXICON.beginnings("protest".toCharArray(), 0, 7, byLength);

        assertThat(byLength[4]).isEqualTo(0b01);
        assertThat(byLength[3]).isEqualTo(0b10);
    }

    @Test
    void takesNoWordForItsOwnEnding() {
        var byLength = new long[Lexicon.LONGEST_AFFIX + 1];
        LEXICON.endings("ion".toCharArray(), 0, 3, byLength);

        assertThat(byLength).containsOnly(0);
    }

    private static long word(String word) {
        return LEXICON.word(word.toCharArray(), 0, word.length());
    }

    private static LanguageFile file(String tag, Set<String> words, Set<String> endings, Set<String> beginnings) {
        return new LanguageFile(tag, List.of(UnicodeScript.LATIN), "", "", words, endings, beginnings);
    }
}
