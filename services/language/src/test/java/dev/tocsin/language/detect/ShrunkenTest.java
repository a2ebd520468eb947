package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShrunkenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  a  b\t\n c ",
                "12 killed, 1,200 hurt in 2022",
                "Nooooo waaaAAy!!!",
                "www111222 aa 3 3 3a",
                "Протесттт  в 5-м районе\n\n\nвчера",
                "one\nline",
                "\n\n1\n"
            })
    void isWhatTheLibraryMakesOfIt(String text) {
        assertThat(Shrunken.of(text)).isEqualTo(byTheLibrary(text));
    }

    @Test
    void isWhatTheLibraryMakesOfAnything() {
        var random = new Random(7);
        var letters = "aaAAbé1 \n2\tя";
        for (int i = 0; i < 5_000; i++) {
            var text = IntStream.range(0, random.nextInt(30))
                    .mapToObj(n -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
                    .collect(Collectors.joining());
            assertThat(Shrunken.of(text)).as("'%s'", text).isEqualTo(byTheLibrary(text));
        }
    }

    private static String byTheLibrary(String text) {
        return ShrinkCharSequenceNormalizer.getInstance()
                .normalize(NumberCharSequenceNormalizer.getInstance().normalize(text))
                .toString();
    }
}
