package dev.tocsin.classify.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.classify.pack.PackFolder;
import dev.tocsin.classify.pack.PackText;
import dev.tocsin.contracts.TopicPack;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackYamlTest {
    private static final Path PACKS = Path.of(System.getProperty("tocsin.root")).resolve("topicpacks");

    @ParameterizedTest
    @ValueSource(strings = {"", "more"})
    void isReadAsTheSamePack(String folder) throws Exception {
        for (var pack : PackFolder.read(PACKS.resolve(folder))) {
            var noted = Weights.of(pack).in(pack, pack.version() + 1, "F1 0.71: better, 'so' they say # or not");
            assertThat(PackText.read(pack.id(), PackYaml.write(noted))).isEqualTo(noted);
            assertThat(PackYaml.write(noted))
                    .contains("version: " + noted.version())
                    .doesNotContain("null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "=protest", "\"two words\"~5", "*", "1e3", "- a", "it's", "a: b", "[x]", "%"})
    void quotesWhatYamlWouldTakeOtherwise(String term) throws Exception {
        var pack = PackText.read(
                "p",
                """
                id: p
                version: 1
                name: {en: 'no'}
                threshold: 0.5
                titleBoost: 1
                signals: [{id: s, weight: 0.5, terms: {en: [word]}}]
                """);
        var odd = new TopicPack(
                "p",
                1,
                java.util.Map.of("en", term),
                term,
                pack.mediaTopics(),
                0.5,
                1,
                pack.signals(),
                pack.requires(),
                null);
        assertThat(PackText.read("p", PackYaml.write(odd))).isEqualTo(odd);
    }
}
