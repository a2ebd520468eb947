package dev.tocsin.archive.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant AT = Instant.parse("2022-01-06T20:00:00Z");

    private final Tally tally = new Tally(
            List.of(
                    new KnownStory("s1", "Seen", true, List.of("a1")),
                    new KnownStory("s2", "Noise", false, List.of("a2")),
                    new KnownStory("s3", "Missed", true, List.of("a3"))),
            true,
            false);

    @Test
    void comparesWithVerdicts_andWithTheVersionInForce() {
        add("a1", 0, true, true);
        add("a2", 1, true, false);
        add("a3", 2, false, true);
        add("a4", 3, false, false);
        var found = tally.findings();
        assertThat(found.hits()).isEqualTo(new Counts(4, 2, 2, 1));
        assertThat(found.stories()).isEqualTo(new Findings.Stories(2, 1, 0));
        assertThat(found.gained()).extracting(Example::article).containsExactly("a2");
        assertThat(found.lost()).extracting(Example::article).containsExactly("a3");
        var against = found.verdicts();
        assertThat(against.few()).isTrue();
        assertThat(against.draft().precision().value()).isEqualTo(0.5);
        assertThat(against.draft().recall().value()).isEqualTo(0.5);
        assertThat(against.live().precision().value()).isEqualTo(1);
        assertThat(against.missed()).extracting(Against.Judged::story).containsExactly("s3");
        assertThat(against.wrong()).extracting(Against.Judged::story).containsExactly("s2");
    }

    @Test
    void gathersWhatIsInNoStory_byWhatItShares_withinThreeDays() {
        add("b1", 0, true, false, "c:fire", "p:almaty", "a:x", "f:killed:3");
        add("b2", 60, true, false, "c:fire", "p:almaty", "a:x", "c:else");
        add("b3", 120, true, false, "c:sea", "p:rome", "a:y");
        assertThat(tally.findings().stories().estimated()).isEqualTo(2);
        add("b4", 4 * 86_400, true, false, "c:fire", "p:almaty", "a:x", "f:killed:3");
        assertThat(tally.findings().stories().estimated()).isEqualTo(3);
    }

    @Test
    void quotesAroundTheEvidence_withOffsetsThatFit() {
        var text = "word ".repeat(100) + "riot in the city";
        var evidence = new Evidence("riot", Field.TEXT, 500, 504, "riot");
        var hit = new Hit(0.9, true, List.of(evidence));
        tally.add(new Met("c", AT, "en", "Herald", "Title", text, hit, new Hit(0.1, false, List.of()), List.of()));
        var example = tally.findings().gained().getFirst();
        var mark = example.evidence().getFirst();
        assertThat(example.excerpt().substring(mark.start(), mark.end())).isEqualTo("riot");
        assertThat(example.excerpt()).startsWith("word");
    }

    @Test
    void coarsensItsCalendar_ratherThanGrow() {
        var calendar = new Calendar();
        for (int day = 0; day < 1_000; day++) {
            calendar.count(AT.plusSeconds(day * 86_400L), Calendar.What.DRAFT);
        }
        assertThat(calendar.days()).isEqualTo(7);
        assertThat(calendar.spans()).hasSizeLessThanOrEqualTo(400);
        assertThat(calendar.spans().stream().mapToLong(Calendar.Span::draft).sum())
                .isEqualTo(1_000);
    }

    @Test
    void saysHowSureAShareIs() {
        assertThat(Share.of(0, 0)).isNull();
        var few = Share.of(9, 10);
        // Wilson's interval, by hand
        assertThat(few.low()).isBetween(0.595, 0.597);
        assertThat(few.high()).isBetween(0.981, 0.983);
    }

    private void add(String id, long seconds, boolean draft, boolean live, String... signature) {
        tally.add(new Met(
                id,
                AT.plusSeconds(seconds),
                "en",
                "Herald",
                "Title",
                "Text",
                new Hit(0.9, draft, List.of()),
                new Hit(0.8, live, List.of()),
                List.of(signature)));
    }
}
