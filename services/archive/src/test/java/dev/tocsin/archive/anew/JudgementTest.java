package dev.tocsin.archive.anew;

import static dev.tocsin.contracts.Verdict.Kind.ACKNOWLEDGED;
import static dev.tocsin.contracts.Verdict.Kind.IRRELEVANT;
import static dev.tocsin.contracts.Verdict.Kind.MUTED;
import static dev.tocsin.contracts.Verdict.Kind.RELEVANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Instant AT = Instant.parse("2022-01-06T20:00:00Z");
    private int count;

    @Test
    void takesTheLatestOfEachAnalyst_inWhateverOrderTheyCome() {
        var first = verdict("s1", "ada", RELEVANT, 0);
        var later = verdict("s1", "ada", IRRELEVANT, 9);
        var expected = List.of(new Judgement("s1", false, AT.plusSeconds(9)));
        assertThat(Judgement.of(List.of(first, later))).isEqualTo(expected);
        assertThat(Judgement.of(List.of(later, first))).isEqualTo(expected);
    }

    @Test
    void isTakenBackByAnAcknowledgement_andNotByAMute() {
        assertThat(Judgement.of(List.of(verdict("s1", "ada", RELEVANT, 0), verdict("s1", "ada", ACKNOWLEDGED, 1))))
                .isEmpty();
        assertThat(Judgement.of(List.of(verdict("s1", "ada", IRRELEVANT, 0), verdict("s1", "ada", MUTED, 1))))
                .containsExactly(new Judgement("s1", false, AT));
    }

    @Test
    void goesByTheMajority_andIsNoneWhereTheDeskIsSplit() {
        var split = List.of(verdict("s1", "ada", RELEVANT, 0), verdict("s1", "bob", IRRELEVANT, 1));
        assertThat(Judgement.of(split)).isEmpty();
        var third = verdict("s1", "eve", IRRELEVANT, 2);
        assertThat(Judgement.of(List.of(split.getFirst(), split.getLast(), third)))
                .containsExactly(new Judgement("s1", false, AT.plusSeconds(2)));
    }

    @Test
    void putsTheLatestFirst() {
        assertThat(Judgement.of(List.of(
                        verdict("old", "ada", RELEVANT, 0),
                        verdict("new", "ada", RELEVANT, 5),
                        verdict("seen", "ada", ACKNOWLEDGED, 7))))
                .extracting(Judgement::story)
                .containsExactly("new", "old");
    }

    private Verdict verdict(String story, String by, Verdict.Kind kind, int seconds) {
        return new Verdict("v" + count++, story, "protests", kind, by, AT.plusSeconds(seconds), null, null, null);
    }
}
