package dev.tocsin.archive.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    @Test
    void keepsTheClearestOfEachLanguage_beforeAnyHasItsNext() {
        var examples = new Examples();
        for (int language = 0; language < 20; language++) {
            for (int i = 0; i < 12; i++) {
                // languages that come late are the less clear ones
                examples.add(example("l" + language, i, 1 - language / 40.0 - i / 1000.0));
            }
        }

        var list = examples.list();

        assertThat(list).hasSize(40).extracting(Example::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        for (int language = 0; language < 20; language++) {
            var tag = "l" + language;
            assertThat(list)
                    .filteredOn(e -> e.language().equals(tag))
                    .extracting(Example::article)
                    .containsExactly(tag + ".0", tag + ".1");
        }
    }

    private static Example example(String language, int number, double score) {
        return new Example(
                language + "." + number,
                Instant.EPOCH,
                language,
                "The Example",
                "Title",
                "Text",
                score,
                null,
                List.of(),
                null,
                null);
    }
}
