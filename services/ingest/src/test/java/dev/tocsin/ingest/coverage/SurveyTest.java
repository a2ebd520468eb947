package dev.tocsin.ingest.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import dev.tocsin.ingest.coverage.CoverageAlert.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A look at a desk's feeds: who rings for whom, and with which words. */
class SurveyTest {
    private static final Rules RULES = new Rules(1e-5, 0.1, 0.5, 7);
    private static final double USUAL = 4;

    private final Map<String, Episode> episodes = new HashMap<>();
    private Survey survey = survey();

    private Survey survey() {
        return new Survey(RULES, Days.allWatched(), episodes, Days.NOW);
    }

    private void feed(String id, @Nullable String country, @Nullable String language, boolean silent, Cause cause) {
        var hours = Days.of(id.hashCode(), hour -> silent && Days.ago(hour) < 25 ? 0 : USUAL);
        survey.add(new Survey.Feed(id, "Feed " + id, country, language, cause), hours);
    }

    private List<Alert> conclude() {
        var result = survey.conclude();
        var told = result.reports().stream()
                .map(r -> CoverageAlert.of(r, Days.NOW))
                .flatMap(Optional::stream)
                .toList();
        told.forEach(t -> episodes.put(t.episode().subject().key(), t.episode()));
        return told.stream().map(Told::alert).toList();
    }

    @Test
    void ringsForOneFeed_withWhatIsUsualAndWhatCame() {
        feed("a", "KZ", "kk", true, Cause.WENT_QUIET);
        feed("b", "KZ", "ru", false, Cause.WENT_QUIET);
        feed("c", "RU", "ru", false, Cause.WENT_QUIET);
        var alert = conclude().getFirst();
        assertThat(alert.topic()).isEqualTo("coverage");
        assertThat(alert.story()).startsWith("coverage-");
        assertThat(alert.msgType()).isEqualTo(Alert.MsgType.Alert);
        assertThat(alert.revision()).isEqualTo(1);
        assertThat(alert.severity()).isEqualTo(Alert.Severity.Minor);
        assertThat(alert.headline())
                .startsWith("Feed a: nothing in 24 h, usually 9")
                .endsWith(": it went quiet");
        assertThat(alert.changes()).extracting(Alert.Change::kind).containsExactly("silence", "cause");
        assertThat(alert.changes().getFirst().after()).isEqualTo("0");
        assertThat(alert.why().getFirst().article()).isEqualTo("feed:a");
        assertThat(alert.why().getFirst().term()).contains("P(X ≤ 0) = ");
    }

    @Test
    void ringsOnceForACountry_andNotForEachOfItsFeeds() {
        feed("a", "KZ", "ru", true, Cause.THROTTLED);
        feed("b", "KZ", "ru", true, Cause.THROTTLED);
        feed("c", "KZ", "ru", true, Cause.WENT_QUIET);
        for (var other : List.of("d", "e", "f", "g", "h", "i", "j", "k")) {
            feed(other, "RU", "ru", false, Cause.WENT_QUIET);
        }
        var alerts = conclude();
        assertThat(alerts).extracting(Alert::headline).allSatisfy(h -> assertThat(h)
                .doesNotContain("Feed"));
        assertThat(alerts)
                .filteredOn(a -> a.headline().startsWith("Kazakhstan: "))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.severity()).isEqualTo(Alert.Severity.Moderate);
                    assertThat(a.headline()).endsWith("its servers throttle us");
                    assertThat(a.why()).hasSize(3);
                });
    }

    @Test
    void ringsForEverything_whenItIsOurFault_andForNothingElse() {
        for (var id : List.of("a", "b", "c", "d")) {
            feed(id, id.equals("d") ? "RU" : "KZ", "ru", true, Cause.WE_FAILED);
        }
        assertThat(conclude())
                .extracting(Alert::headline)
                .singleElement()
                .asString()
                .startsWith("All feeds: nothing in ")
                .endsWith("we failed to read it");
    }

    @Test
    void ringsOnce_thenLasts_thenEndsUnderTheSameStory() {
        feed("a", null, null, true, Cause.WENT_QUIET);
        feed("b", null, null, false, Cause.WENT_QUIET);
        var first = conclude().getFirst();

        survey = survey();
        feed("a", null, null, true, Cause.WENT_QUIET);
        feed("b", null, null, false, Cause.WENT_QUIET);
        assertThat(conclude()).isEmpty();

        survey = survey();
        feed("a", null, null, false, Cause.WENT_QUIET);
        feed("b", null, null, false, Cause.WENT_QUIET);
        var last = conclude().getFirst();
        assertThat(last.msgType()).isEqualTo(Alert.MsgType.Cancel);
        assertThat(last.story()).isEqualTo(first.story());
        assertThat(last.revision()).isEqualTo(2);
        assertThat(last.headline()).startsWith("Feed a is back: ");
        assertThat(last.why()).isEmpty();
    }

    @Test
    void endsWhatNobodyWatchesAnyMore() {
        feed("a", null, null, true, Cause.WENT_QUIET);
        feed("b", null, null, false, Cause.WENT_QUIET);
        conclude();
        survey = survey();
        feed("b", null, null, false, Cause.WENT_QUIET);
        assertThat(conclude()).singleElement().satisfies(a -> assertThat(a.headline())
                .isEqualTo("Feed a is watched no more: paused or deleted"));
    }

    @Test
    void namesAllFeedsThatAreSilent_toldOrNot() {
        feed("a", "KZ", null, true, Cause.WENT_QUIET);
        feed("b", "KZ", null, true, Cause.WENT_QUIET);
        feed("c", "RU", null, false, Cause.WENT_QUIET);
        assertThat(survey.conclude().silent()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void givesEachEpisodeAStoryOfItsOwn() {
        var subject = Subject.country("KZ");
        var shortfall = new Shortfall(24, 0, 50, 1e-9, 20);
        var one = new Episode(subject, Cause.WENT_QUIET, shortfall, Days.NOW, Days.NOW, 1, null);
        var later = Days.NOW.plus(Duration.ofDays(3));
        var other = new Episode(subject, Cause.WENT_QUIET, shortfall, later, later, 1, null);
        assertThat(CoverageAlert.story(one))
                .isEqualTo(CoverageAlert.story(one.changed(Cause.WE_FAILED, shortfall, Instant.MAX)))
                .isNotEqualTo(CoverageAlert.story(other));
    }
}
