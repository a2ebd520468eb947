package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import dev.tocsin.dashboard.words.Catalogue;
import dev.tocsin.dashboard.words.Language;
import dev.tocsin.dashboard.words.Speech;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerViewTest {
    private static final Speech ENGLISH = new Catalogue().speech(Language.ENGLISH, "story");
    private static final Path SAMPLE = Path.of("../contracts/src/test/resources/golden/story.v1.ledger.json");

    @Test
    void strikesOutWhatWasWithdrawn_andSaysByWhomAndWhoToldIt() throws Exception {
        var line = LedgerView.of(dossier()).getFirst();

        assertThat(line.kind()).isEqualTo("missing");
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
        var matrix = MatrixView.of(dossier());

        assertThat(matrix.rows()).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo("Altamare");
            assertThat(row.stances()).singleElement().satisfies(stance -> {
                assertThat(stance.words()).isEqualTo("offers help");
                assertThat(stance.previous()).isEqualTo("concern");
            });
        });
    }

    private static Dossier dossier() throws Exception {
        var story = Json.read(Files.readAllBytes(SAMPLE), Story.class);
        return new Dossier(
                Optional.of(story), Optional.empty(), List.of(), false, List.of(), List.of(), Map.of(), ENGLISH);
    }
}
