package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;

class NgramWeightsTest {
    private static final String TEXT = "Thousands marched through the old town; la polizia ha chiuso le strade.";
    private static final Set<String> CODES = Set.of("eng", "ita", "fra", "rus");

    @Test
    void agreesWithTheLibrary_whenItsOddsAreTakenAmongTheWantedCodes() throws IOException {
        Map<String, Double> library;
        try (var model = getClass().getResourceAsStream("/langdetect-183.bin")) {
            library = Arrays.stream(new LanguageDetectorME(new LanguageDetectorModel(model)).predictLanguages(TEXT))
                    .filter(l -> CODES.contains(l.getLang()))
                    .collect(Collectors.toMap(Language::getLang, l -> Math.log(l.getConfidence())));
        }

        var weights = ModelFile.read(CODES);
        var sums = weights.score(TEXT);

        assertThat(weights.codes()).containsExactlyInAnyOrderElementsOf(CODES);
        for (int i = 1; i < sums.length; i++) {
            double expected = library.get(weights.codes().get(i))
                    - library.get(weights.codes().getFirst());
            assertThat(sums[i] - sums[0]).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void countsAnNgramOnce_whenItIsRepeated() {
        var builder = new NgramWeights.Builder(java.util.List.of("eng"));
        builder.weight(0, 0.5);
        builder.ngram(NgramWeights.key("th"), 1);
        var weights = builder.build();

        assertThat(weights.score("th th th")[0]).isEqualTo(0.5);
        assertThat(weights.score("TH")[0]).isEqualTo(0.5);
        assertThat(weights.score("ht")[0]).isZero();
    }
}
