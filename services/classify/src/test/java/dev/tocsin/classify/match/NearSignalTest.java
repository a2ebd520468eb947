package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.TopicPack.Near;
import dev.tocsin.contracts.TopicPack.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signals that are other signals near each other. */
class NearSignalTest {
    private static final Signal WHO = new Signal(
            "who",
            0.01,
            Map.of("en", List.of("soldiers", "\"armed forces\""), "zh", List.of("士兵"), "mul", List.of("ABC")));
    private static final Signal WHERE = new Signal("where", 0.01, Map.of("mul", List.of("Almaty", "阿拉木图")));
    private static final Signal THERE = new Signal("there", 0.6, Map.of(), new Near(List.of("who", "where"), 3));

    @Test
    void fires_whenOneOfEachStandsNearTheOther_inAnyOrder() throws BadTermException {
        assertThat(hits(null, "Soldiers came to Almaty.", "en")).hasSize(1);
        assertThat(hits(null, "In Almaty there are armed forces.", "en")).hasSize(1);
        assertThat(hits("ABC lands in Almaty", "", "und")).hasSize(1);
    }

    @Test
    void doesNotFire_whenTheyAreFarApart() throws BadTermException {
        assertThat(hits(null, "Soldiers came by train and bus to Almaty.", "en"))
                .isEmpty();
        assertThat(hits("Soldiers", "Almaty", "en")).isEmpty();
    }

    @Test
    void countsTwoLettersAsAWord_whenTheLanguageHasNoSpaces() throws BadTermException {
        assertThat(hits(null, "士兵已经抵达的阿拉木图", "zh")).hasSize(1);
        assertThat(hits(null, "士兵已经抵达的城市阿拉木图", "zh")).isEmpty();
    }

    @Test
    void pointsAtAllFromTheFirstToTheLast() throws BadTermException {
        var text = "All the soldiers came to Almaty today.";

        var evidence = hits(null, text, "en").getFirst().stream()
                .filter(e -> e.signal().equals("there"))
                .toList();

        assertThat(evidence).singleElement().satisfies(e -> {
            assertThat(text.substring(e.start(), e.end())).isEqualTo("soldiers came to Almaty");
            assertThat(e.term()).isEqualTo("who NEAR/3 where");
        });
    }

    private static List<List<Evidence>> hits(String title, String text, String language) throws BadTermException {
        var pack = new TopicPack(
                "t", 1, Map.of("en", "t"), null, List.of(), 0.5, 1, List.of(WHO, WHERE, THERE), List.of(), null);
        return Classifier.of(List.of(pack)).classify(title, text, language).stream()
                .map(hit -> hit.evidence())
                .toList();
    }
}
