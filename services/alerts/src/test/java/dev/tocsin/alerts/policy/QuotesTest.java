package dev.tocsin.alerts.policy;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicHit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuotesTest {
    private static final String TEXT = "word ".repeat(100) + "a protest\nin the square" + " word".repeat(100);

    @Test
    void quotesInContext_cutBetweenWords() {
        int at = TEXT.indexOf("protest");
        var quote = Quotes.quote(TEXT, at, at + 7);

        assertThat(quote)
                .hasSizeLessThanOrEqualTo(120)
                .startsWith("…word ")
                .endsWith(" word…")
                .contains("a protest in the square");
    }

    @Test
    void quotesAShortTextWhole() {
        assertThat(Quotes.quote("A protest.", 2, 9)).isEqualTo("A protest.");
    }

    @Test
    void quotesNoMoreThanItMay_whereTheEvidenceIsLong() {
        assertThat(Quotes.quote("x".repeat(500), 100, 400)).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void leavesOutEvidence_thatPointsBeyondTheText() {
        assertThat(Quotes.of(with("A protest.", List.of(at(2, "street"), at(500, "street")))))
                .hasSize(1);
    }

    @Test
    void showsEverySignal_whereThereIsMoreEvidenceThanRoom() {
        var evidence = Stream.concat(
                        IntStream.range(0, 30).mapToObj(i -> at(i, "street")), Stream.of(at(40, "clashes")))
                .toList();

        assertThat(Quotes.of(with("x".repeat(60), evidence)))
                .hasSize(10)
                .extracting(Alert.Why::signal)
                .contains("street", "clashes");
    }

    private static Evidence at(int start, String signal) {
        return new Evidence(signal, Field.TEXT, start, start + 7, "protest*");
    }

    private static Sighting with(String text, List<Evidence> evidence) {
        return new Sighting(
                article("a").saying(text).classified(), new TopicHit("protests", 1, 0.5, evidence), MORNING);
    }
}
