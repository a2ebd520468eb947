package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    @ParameterizedTest
    @CsvSource({
        "Please ENABLE JavaScript now, SCRIPT",
        "Этот сайт использует файлы cookie, CONSENT",
        "您访问的页面不存在, NOT_FOUND",
        "Read more about it, POINTER",
        "Cette page n’existe plus, NOT_FOUND"
    })
    void findsAPhraseInAnyCaseAndScript(String text, Phrases.Kind kind) {
        assertThat(Phrases.known().in(text)).containsOnlyKeys(kind);
    }

    @Test
    void bindsPointersToTheStart() {
        assertThat(Phrases.known().in("You can read more about it")).isEmpty();
    }

    @Test
    void startsAPhraseWhereAWordStarts() {
        assertThat(Phrases.known().in("the bookpage not found")).isEmpty();
        assertThat(Phrases.known().in("sorry: page not found")).containsKey(Phrases.Kind.NOT_FOUND);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Phrases.known().in("")).isEmpty();
        assertThat(Phrases.known().in("x")).isEmpty();
    }
}
