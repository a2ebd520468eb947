package dev.tocsin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DevsetTest {
    @Test
    void tellsTheLanguageOfRealTexts() throws IOException {
        var file = Path.of(System.getProperty("tocsin.root"), "..", "shared", "devset", "language.tsv");
        assumeTrue(Files.exists(file), "skipped: the labelled texts are not at " + file);
        var items = Eval.read(file);

        var predicted =
                items.stream().map(i -> Texts.DETECTOR.detect(null, i.text())).toList();

        var recall = EvalReport.of(items, predicted, 0).macroRecall();
        assertThat(recall.get("paragraph")).isGreaterThan(0.998);
        assertThat(recall.get("sentence")).isGreaterThan(0.995);
        assertThat(recall.get("word-pair")).isGreaterThan(0.94);
    }
}
