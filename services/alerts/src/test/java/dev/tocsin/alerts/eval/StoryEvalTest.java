package dev.tocsin.alerts.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tocsin.alerts.eval.StoryEval.Placed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryEvalTest {
    private static final Path DEVSET =
            Path.of(System.getProperty("tocsin.root", "../.."), "../shared/devset/stories.jsonl");

    @TempDir
    Path folder;

    @Test
    void scoresCompanyWithinAndAcrossLanguages() throws IOException {
        var rows = StoryRow.read(
                file(
                        """
                {"id":"a","lang":"en","story":"1","published":"2022-01-05"}
                {"id":"b","lang":"en","story":"1","published":"2022-01-05"}
                {"id":"c","lang":"it","story":"1","published":"2022-01-05","pair":"a"}
                {"id":"d","lang":"it","story":"2","published":"2022-01-05"}
                """));
        var report = StoryReport.of(
                rows,
                List.of(
                        new Placed("a", "x", "x/a"),
                        new Placed("b", "x", "x/b"),
                        new Placed("c", "x", "x/a"),
                        new Placed("d", "x", "x/d")),
                10);
        assertThat(report.all().precision()).isCloseTo((3 * 0.75 + 0.25) / 4, within(1e-9));
        assertThat(report.all().recall()).isEqualTo(1);
        assertThat(report.within().precision()).isCloseTo((1 + 1 + 0.5 + 0.5) / 4, within(1e-9));
        // a and b are with c rightly and with d wrongly, c with both rightly, d with both wrongly
        assertThat(report.across().precision()).isCloseTo((0.5 + 0.5 + 1 + 0) / 4, within(1e-9));
        assertThat(report.pairs()).isEqualTo(new StoryReport.Pairs(1, 1, 1));
        assertThat(report.wrong())
                .extracting(StoryReport.Wrong::kind)
                .containsOnly("merged")
                .hasSize(3);
        assertThat(report.table()).contains("all", "across languages", "4 texts in 1 stories");
    }

    @Test
    void predictsWithoutLabels_andSaysWhichLineIsWrong() throws IOException {
        var rows = StoryRow.read(file("{\"id\":\"a\",\"text\":\"Crowds fill the square.\"}"));
        var report = StoryReport.of(rows, StoryEval.predict(rows), 10);
        assertThat(report.table()).isEqualTo("1 texts in 1 stories, 10 texts/s on one thread%n".formatted());
        var wrong = file("{\"id\":\"a\"}\n{\"title\":\"b\"}");
        assertThatThrownBy(() -> StoryRow.read(wrong)).hasMessageEndingWith("line 2 has no 'id'");
    }

    @Test
    void gathersLabelledStories() throws IOException {
        assumeTrue(Files.exists(DEVSET), () -> "skipped: no " + DEVSET);
        var rows = StoryRow.read(DEVSET);
        var report = StoryReport.of(rows, StoryEval.predict(rows), 0);
        System.out.print("stories devset: " + report.table());
        assertThat(report.all().f1()).isGreaterThan(0.60);
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("rows.jsonl"), lines);
    }
}
