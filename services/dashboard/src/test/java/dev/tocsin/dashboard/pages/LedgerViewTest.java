package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LedgerViewTest {
    private static final Path SAMPLE = Path.of("../contracts/src/test/resources/golden/story.v1.ledger.json");

    @Test
    void strikesOutWhatWasWithdrawn_andSaysByWhomAndWhoToldIt() throws Exception {
        var line = LedgerView.of(story()).getFirst();

        assertThat(line.label()).isEqualTo("missing");
        assertThat(line.steps()).singleElement().satisfies(step -> {
            assertThat(step.number()).isEqualTo("31");
            assertThat(step.struck()).isTrue();
            assertThat(step.by()).isEqualTo("interior ministry");
            assertThat(step.ended()).isEqualTo("withdrawn by interior ministry");
            assertThat(step.repeats()).isEqualTo("The Harbour Times, coast-wire.example");
            assertThat(step.href()).isEqualTo("/articles/aa01");
        });
    }

    @Test
    void showsWhichStanceAnActorLeft() throws Exception {
        var matrix = MatrixView.of(story());

        assertThat(matrix.stances()).containsExactly("offers help");
        assertThat(matrix.rows()).singleElement().satisfies(row -> assertThat(
                        row.cells().getFirst().getFirst().previous())
                .isEqualTo("concern"));
    }

    private static Story story() throws Exception {
        return Json.read(Files.readAllBytes(SAMPLE), Story.class);
    }
}
