package dev.tocsin.dashboard.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRequestTest {
    private static final Instant NOW = Instant.parse("2022-01-05T12:00:00Z");

    private static VerdictRequest.Outcome decide(VerdictRequest request) {
        return request.on("story-1", "protests", true, "id-1", NOW);
    }

    private static List<String> faultyFields(VerdictRequest request) {
        return decide(request) instanceof VerdictRequest.Refused refused
                ? refused.faults().stream().map(VerdictRequest.Fault::field).toList()
                : List.of();
    }

    @Test
    void becomesAVerdict_whenItIsSound() {
        assertThat(decide(new VerdictRequest("acknowledged", " Dana ", " ", null, null, null, null)))
                .isEqualTo(new VerdictRequest.Sound(new Verdict(
                        "id-1",
                        "story-1",
                        "protests",
                        Verdict.Kind.ACKNOWLEDGED,
                        "Dana",
                        NOW,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true)));
    }

    @Test
    void mutesASource_untilATime() {
        assertThat(decide(new VerdictRequest(
                        "muted", "Dana", "copies", "2022-01-06T12:00:00Z", "source", "it.example", null)))
                .isInstanceOfSatisfying(VerdictRequest.Sound.class, s -> {
                    assertThat(s.verdict().until()).isEqualTo("2022-01-06T12:00:00Z");
                    assertThat(s.verdict().scope()).isEqualTo("source");
                    assertThat(s.verdict().target()).isEqualTo("it.example");
                    assertThat(s.verdict().note()).isEqualTo("copies");
                });
    }

    @Test
    void isRefused_whenNobodySaysWhichSourceIsMuted() {
        assertThat(faultyFields(new VerdictRequest("muted", "Dana", null, null, "source", null, null)))
                .containsExactly("target");
        assertThat(faultyFields(new VerdictRequest("muted", "Dana", null, null, "story", "it.example", null)))
                .containsExactly("target");
    }

    @ParameterizedTest
    @CsvSource({
        "verdict, , Dana, , ",
        "verdict, ACKNOWLEDGED, Dana, , ",
        "verdict, maybe, Dana, , ",
        "by, relevant, , , ",
        "by, relevant, ' ', , ",
        "until, muted, Dana, yesterday, ",
        "until, muted, Dana, 2022-01-05T11:59:59Z, ",
        "until, muted, Dana, +10000-01-01T00:00:00Z, ",
        "until, relevant, Dana, 2022-01-06T12:00:00Z, ",
        "scope, muted, Dana, , planet",
        "scope, relevant, Dana, , story",
    })
    void isRefused_namingTheField(
            String field,
            @Nullable String verdict,
            @Nullable String by,
            @Nullable String until,
            @Nullable String scope) {
        assertThat(faultyFields(new VerdictRequest(verdict, by, null, until, scope, null, null)))
                .containsExactly(field);
    }

    @Test
    void isRefused_whenNameOrNoteIsHostile() {
        assertThat(faultyFields(new VerdictRequest("relevant", "Dana\nroot", null, null, null, null, null)))
                .containsExactly("by");
        assertThat(faultyFields(
                        new VerdictRequest("relevant", "D".repeat(81), "n".repeat(2001), null, null, null, null)))
                .containsExactly("by", "note");
    }

    @Test
    void takesAVerdictBack_withNothingButAnAcknowledgement() {
        assertThat(decide(new VerdictRequest("acknowledged", "Dana", null, null, null, null, "id-0")))
                .isInstanceOfSatisfying(
                        VerdictRequest.Sound.class,
                        sound -> assertThat(sound.verdict().takesBack()).isEqualTo("id-0"));
        assertThat(faultyFields(new VerdictRequest("relevant", "Dana", null, null, null, null, "id-0")))
                .containsExactly("takesBack");
        assertThat(faultyFields(new VerdictRequest("acknowledged", "Dana", null, null, null, null, " ")))
                .containsExactly("takesBack");
        assertThat(faultyFields(new VerdictRequest("acknowledged", "Dana", null, null, null, null, "x".repeat(201))))
                .containsExactly("takesBack");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThat(decide(new VerdictRequest(null, null, null, null, null, null, null)))
                .isInstanceOfSatisfying(VerdictRequest.Refused.class, r -> assertThat(r.detail())
                        .contains("'verdict' must be")
                        .contains("'by' must name"));
    }
}
