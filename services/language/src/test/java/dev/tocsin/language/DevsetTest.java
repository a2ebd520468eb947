package dev.tocsin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tocsin.language.detect.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevsetTest {
    @Test
    void tellsTheLanguageOfRealTexts() throws IOException {
        var file = Path.of(System.getProperty("tocsin.root"), "..", "shared", "devset", "language.tsv");
        assumeTrue(Files.exists(file), "skipped: the labelled texts are not at " + file);
        var languages = List.of(LanguageConfig.DEFAULT_LANGUAGES.split(","));
        var detector = Detector.load(
                languages,
                Integer.parseInt(LanguageConfig.DEFAULT_MAX_CHARS),
                Double.parseDouble(LanguageConfig.DEFAULT_THRESHOLD));
        var items = Eval.read(file).stream()
                .filter(i -> languages.contains(i.tag()))
                .toList();

        var predicted = items.stream().map(i -> detector.detect(null, i.text())).toList();

        var recall = EvalReport.of(items, predicted, 0).macroRecall();
        assertThat(recall.get("paragraph")).isGreaterThan(0.99);
        assertThat(recall.get("sentence")).isGreaterThan(0.98);
        assertThat(recall.get("word-pair")).isGreaterThan(0.80);
    }
}
