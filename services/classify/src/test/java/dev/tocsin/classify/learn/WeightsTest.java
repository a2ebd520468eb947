package dev.tocsin.classify.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.classify.match.Classifier;
import dev.tocsin.contracts.TopicPack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fit reckons with is what the classifier gives, wherever in a text the signals fire. */
class WeightsTest {
    private static final TopicPack PACK = new TopicPack(
            "floods",
            1,
            Map.of("en", "Floods"),
            null,
            List.of(),
            0.5,
            1.5,
            List.of(
                    signal("flood", 0.7, "flood"),
                    signal("sure", 1, "deluge"),
                    signal("letters", -0.4, "letters"),
                    signal("parade", -1, "parade")),
            List.of(),
            null);

    @ParameterizedTest
    @CsvSource({
        "flood, '', ''",
        ", flood letters, ''",
        ", '', flood",
        ", '', flood letters",
        ", '', deluge",
        "deluge, '', ''",
        "letters, flood, letters",
        "flood, '', flood letters",
        ", flood, parade",
        ", letters, flood letters",
    })
    void scoresAsTheClassifierDoes(@Nullable String title, String begin, String end) throws Exception {
        var text = begin + " word".repeat(250) + " " + end;
        var classifier = Classifier.of(List.of(PACK));
        var sample = new Samples(PACK, classifier)
                .of(List.of(new JudgedText("s", "en", title, text, true)))
                .getFirst();

        var score = classifier.scores(title, text, "en").getFirst().value();
        assertThat(Weights.of(PACK).score(sample)).isCloseTo(score, within(1e-12));
    }

    private static TopicPack.Signal signal(String id, double weight, String term) {
        return new TopicPack.Signal(id, weight, Map.of("en", List.of(term)));
    }
}
