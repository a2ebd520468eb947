package dev.tocsin.classify.sameness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures signatures on the labelled texts beside the tree, and prints how well; a floor against falling back. */
class SamenessDevsetTest {
    private static final Path ROOT = Path.of(System.getProperty("tocsin.root", "../.."));
    private static final Path DEVSET = ROOT.resolve("../shared/devset");

    @ParameterizedTest
    @CsvSource({"stories.jsonl, 0.95", "stories_public.jsonl, 0.95"})
    void ranksTranslationsFirst(String name, double floor) throws IOException, InvalidLexiconException {
        var file = DEVSET.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: no " + file);
        var report = new SamenessReport(new Signature(Concepts.read(ROOT.resolve("concepts")))).of(file);

        System.out.printf(
                "sameness %s: first %d of %d (%.3f), mean reciprocal rank %.3f%n  translations: %s%n",
                name,
                report.first(),
                report.queries(),
                (double) report.first() / report.queries(),
                report.meanReciprocal(),
                figures(report.pairs()));
        if (report.storiesAcross().stream().anyMatch(SamenessReport.Judged::gold)) {
            System.out.printf("  stories within a language: %s%n", figures(report.storiesWithin()));
            System.out.printf("  stories across languages: %s%n", figures(report.storiesAcross()));
        }
        if (Boolean.getBoolean("tocsin.list")) {
            report.missed().forEach(m -> System.out.println("  " + m));
        }
        assertThat((double) report.first() / report.queries()).isGreaterThan(floor);
    }

    private static String figures(List<SamenessReport.Judged> pairs) {
        return "average precision %.3f, %s"
                .formatted(SamenessReport.averagePrecision(pairs), SamenessReport.crossValidated(pairs));
    }
}
