package dev.tocsin.classify.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.classify.eval.ClaimEval.ClaimText;
import dev.tocsin.classify.eval.ClaimEval.GoldClaim;
import dev.tocsin.contracts.Claim;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimReportTest {
    @Test
    void countsAClaimAsRight_whenKindAndBothEndsAre() {
        var text = text(gold("killed", 9L, 9L, false), gold("injured", 20L, null, false));

        var report = ClaimReport.of(
                List.of(text), List.of(List.of(claim("killed", 9L, 9L), claim("injured", 20L, 20L))), 10);

        var all = report.rows().stream()
                .filter(r -> r.language().equals("all") && r.kind().equals("all"))
                .findFirst()
                .orElseThrow();
        assertThat(all.precision()).isCloseTo(0.5, within(1e-9));
        assertThat(all.recall()).isCloseTo(0.5, within(1e-9));
        assertThat(report.wrong()).singleElement().satisfies(w -> {
            assertThat(w.missed()).containsExactly("injured 20– unspecified");
            assertThat(w.wrong()).containsExactly("injured 20–20 unspecified “quote”");
        });
        assertThat(report.scopeRight()).isEqualTo(1);
    }

    @Test
    void countsNothing_whenAClaimIsOptional() {
        var text = text(gold("killed", 9L, 9L, true));

        var found = ClaimReport.of(List.of(text), List.of(List.of(claim("killed", 9L, 9L))), 10);
        var missed = ClaimReport.of(List.of(text), List.of(List.of()), 10);

        assertThat(found.rows()).isEmpty();
        assertThat(missed.rows()).isEmpty();
        assertThat(missed.wrong()).isEmpty();
    }

    @Test
    void onlyCounts_whenTheFileHasNoLabels() {
        var text = new ClaimText("a", "en", null, "text", Optional.empty());

        var report = ClaimReport.of(List.of(text), List.of(List.of(claim("killed", 9L, 9L))), 10);

        assertThat(report.table()).isEqualTo("1 texts, 10 texts/s on one thread%n".formatted());
    }

    private static ClaimText text(GoldClaim... claims) {
        return new ClaimText("a", "en", null, "text", Optional.of(List.of(claims)));
    }

    private static GoldClaim gold(String kind, @Nullable Long low, @Nullable Long high, boolean optional) {
        return new GoldClaim(kind, low, high, "unspecified", "reported", optional);
    }

    private static Claim claim(String kind, @Nullable Long low, @Nullable Long high) {
        return new Claim(kind, low, high, "unspecified", null, "reported", null, "quote", 0, 5);
    }
}
