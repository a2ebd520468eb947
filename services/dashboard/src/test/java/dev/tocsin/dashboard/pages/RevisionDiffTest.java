package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import dev.tocsin.dashboard.words.Catalogue;
import dev.tocsin.dashboard.words.Language;
import dev.tocsin.dashboard.words.Speech;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RevisionDiffTest {
    private static final Speech ENGLISH = new Catalogue().speech(Language.ENGLISH, "story");

    private static Alert alert(int revision, String headline, Alert.Severity severity, List<String> languages) {
        var time = Instant.parse("2022-03-04T05:00:00Z");
        return new Alert(
                "s",
                "protests",
                revision,
                Alert.MsgType.Update,
                Alert.Status.Actual,
                Alert.Urgency.Immediate,
                severity,
                Alert.Certainty.Likely,
                headline,
                "en",
                List.of(),
                List.of(new Alert.Change("k", "change " + revision, null, null)),
                1,
                1,
                languages,
                null,
                new Alert.Times(time, time, time, time),
                List.of());
    }

    private static String changed(List<RevisionDiff.Part> parts) {
        return parts.stream()
                .filter(RevisionDiff.Part::changed)
                .map(RevisionDiff.Part::text)
                .collect(Collectors.joining());
    }

    @Test
    void marksTheWordsOfAHeadlineThatAreOther() {
        var row = RevisionDiff.of(
                        alert(1, "Toll rises to 18", Alert.Severity.Severe, List.of("en")),
                        alert(2, "Official toll rises to 26", Alert.Severity.Severe, List.of("en")),
                        ENGLISH)
                .rows()
                .getFirst();

        assertThat(changed(row.before())).isEqualTo("Toll 18");
        assertThat(changed(row.after())).isEqualTo("Official toll 26");
    }

    @Test
    void namesWhatCameAndWhatWent() {
        var rows = RevisionDiff.of(
                        alert(1, "h", Alert.Severity.Severe, List.of("en", "ru")),
                        alert(2, "h", Alert.Severity.Extreme, List.of("en", "kk")),
                        ENGLISH)
                .rows();

        assertThat(rows).extracting(RevisionDiff.Row::what).containsExactly("severity", "languages");
        assertThat(changed(rows.get(1).before())).isEqualTo("Russian");
        assertThat(changed(rows.get(1).after())).isEqualTo("Kazakh");
    }

    @Test
    void comparesAnEndlessHeadlineAsAWhole() {
        var rows = RevisionDiff.of(
                        alert(1, "a ".repeat(100_000), Alert.Severity.Severe, List.of()),
                        alert(2, "b ".repeat(100_000), Alert.Severity.Severe, List.of()),
                        ENGLISH)
                .rows();

        assertThat(rows).singleElement().satisfies(r -> assertThat(r.after()).hasSize(1));
    }

    @Test
    void tellsAllThatWasSaidBetweenTheTwo_whicheverIsNamedFirst() {
        var all = List.of(
                alert(3, "h", Alert.Severity.Severe, List.of()),
                alert(2, "h", Alert.Severity.Severe, List.of()),
                alert(1, "h", Alert.Severity.Severe, List.of()));
        var view = RevisionsView.of(new AlertHistory(all.getFirst(), all, List.of()), 3, 1, ENGLISH);

        assertThat(view.from()).isEqualTo(1);
        assertThat(view.to()).isEqualTo(3);
        assertThat(view.between()).extracting(RevisionsView.Change::text).containsExactly("change 2", "change 3");
    }

    @Test
    void findsTheNearest_whenThereIsNoSuchRevision() {
        var only = alert(7, "h", Alert.Severity.Severe, List.of());
        var view = RevisionsView.of(new AlertHistory(only, List.of(only), List.of()), -5, 900, ENGLISH);

        assertThat(view.from()).isEqualTo(7);
        assertThat(view.isSingle()).isTrue();
    }
}
