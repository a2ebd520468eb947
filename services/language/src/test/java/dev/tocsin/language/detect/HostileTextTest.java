package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.language.Texts;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
    private static final int SIZE = 10_000_000;
    private static final Duration MOST = Duration.ofMillis(200);

    static Stream<Arguments> texts() {
        return Map.of(
                        "prose", "The crowd went home before the rain began. ",
                        "one letter", "a",
                        "one word", "abcdefghijklmnopqrstuvwxyz",
                        "numbers", "123456 ",
                        "zalgo", "p\u0315\u0322\u0341\u0489r\u0316\u0317",
                        "direction marks", "\u202E\u200F",
                        "links", "http://a.example/?q=",
                        "at signs", "a@",
                        "open tags", "<a",
                        "halves of pairs", "\uD83D")
                .entrySet()
                .stream()
                .map(e -> Arguments.of(
                        e.getKey(), e.getValue().repeat(SIZE / e.getValue().length())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void costsLittle(String name, String text) {
        var detector = Texts.DETECTOR;
        detector.detect(null, text);

        long start = System.nanoTime();
        detector.detect(text, text, "en");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
    }

    @ParameterizedTest
    @MethodSource("disguised")
    void isReadAllTheSame(String text, String tag) {
        assertThat(Texts.DETECTOR.detect(null, text).tag()).isEqualTo(tag);
    }

    static Stream<Arguments> disguised() {
        var zalgo = "Жители города вышли на улицы вечером".replaceAll("(\\p{L})", "$1\u0316\u0317\u033F");
        var marked = "Жители города вышли на улицы вечером".replaceAll(" ", "\u200F \u202E");
        return Stream.of(
                Arguments.of(zalgo, "ru"),
                Arguments.of(marked, "ru"),
                Arguments.of("Жи\u00ADтели го\u00ADрода вышли на ули\u00ADцы", "ru"),
                Arguments.of("La città è più tranquilla e perciò si può uscire".replace("à", "a\u0300"), "it"));
    }
}
