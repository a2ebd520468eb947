package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.feeds.FeedStatus.Published;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedStatusTest {
    private static final Instant NOW = Instant.parse("2022-01-06T12:00:00Z");
    private static final Instant NEXT = NOW.plusSeconds(300);
    private static final URI OWN = URI.create("https://old.example/rss");
    private static final URI TO = URI.create("https://new.example/rss");
    private static final Validators GIVEN = new Validators("\"v1\"", null);

    private final FeedStatus fresh = FeedStatus.unknown(NOW);
    private final FeedStatus ok = published(fresh, Pace.UNKNOWN, Moved.NOWHERE, new Published("Courier", GIVEN, 3));

    private static FeedStatus published(FeedStatus before, Pace pace, Moved moved, Published gave) {
        return before.published(NOW, NEXT, pace, moved, gave);
    }

    @Test
    void isOkAndRemembers_whenItsArticlesArePublished() {
        assertThat(ok.state()).isEqualTo(FeedState.OK);
        assertThat(ok.articles()).isEqualTo(3);
        assertThat(ok.lastNewArticle()).isEqualTo(NOW);
        assertThat(ok.declaredTitle()).isEqualTo("Courier");
        var later = ok.published(NEXT, NEXT, Pace.UNKNOWN, Moved.NOWHERE, new Published(null, GIVEN, 0));
        assertThat(later.lastNewArticle()).isEqualTo(NOW);
        assertThat(later.declaredTitle()).isEqualTo("Courier");
    }

    @Test
    void isQuiet_whenNothingCameForFarLongerThanUsual() {
        var rhythm = new Rhythm(Duration.ofHours(1), NOW.minus(Duration.ofDays(2)));
        var quiet = new Pace(rhythm, Hints.NONE, 10, ItemSketch.NONE, 0, 0, null);
        var status = ok.unchanged(NOW, NEXT, quiet);
        assertThat(status.state()).isEqualTo(FeedState.QUIET);
        assertThat(status.reason()).contains("nothing new since 2022-01-04T12:00:00Z", "PT1H is usual");
        assertThat(published(status, Pace.UNKNOWN, Moved.NOWHERE, new Published(null, GIVEN, 1))
                        .reason())
                .isNull();
    }

    @Test
    void isAskedNoMore_whenItsServerSaysThatItIsGone() {
        var gone = ok.gone(NOW, NEXT);
        assertThat(gone.state()).isEqualTo(FeedState.GONE);
        assertThat(gone.nextTry()).isEqualTo(FeedStatus.NEVER);
        assertThat(gone.reason()).contains("410");
    }

    @Test
    void isAskedAtItsOwnAddressAgain_whenTheNewOneFails() {
        var moved = published(ok, Pace.UNKNOWN, new Moved(TO, 3), new Published(null, GIVEN, 0));
        assertThat(moved.reason()).isEqualTo("it has moved to https://new.example/rss and is read there");
        assertThat(moved.moved().asked(OWN)).isEqualTo(TO);
        assertThat(moved.failed(NOW, NEXT, new Why("http-404", "HTTP status 404"))
                        .moved()
                        .asked(OWN))
                .isEqualTo(OWN);
        assertThat(moved.blocked(NOW, NEXT, new Why("refused", "no")).moved().asked(OWN))
                .isEqualTo(OWN);
        assertThat(moved.throttled(NOW, NEXT).moved().asked(OWN)).isEqualTo(TO);
        var gone = moved.gone(NOW, NEXT);
        assertThat(gone.state()).isEqualTo(FeedState.FAILING);
        assertThat(gone.nextTry()).isEqualTo(NEXT);
        assertThat(gone.moved()).isEqualTo(Moved.NOWHERE);
    }

    @Test
    void forgetsItsValidators_whenTheChannelDidNotTakeAll() {
        var unpublished = ok.unpublished(NOW, NEXT, "the channel is down", 1);
        assertThat(unpublished.validatorsAt(NOW, Duration.ofHours(6))).isEqualTo(Validators.NONE);
        assertThat(unpublished.articles()).isEqualTo(4);
        assertThat(unpublished.state()).isEqualTo(FeedState.OK);
        assertThat(unpublished.reason()).isEqualTo("the channel is down");
    }

    @Test
    void asksWithValidators_untilTheWholeBodyIsDueAgain() {
        assertThat(ok.validatorsAt(NOW.plusSeconds(60), Duration.ofHours(6))).isEqualTo(GIVEN);
        assertThat(ok.validatorsAt(NOW.plus(Duration.ofHours(6)), Duration.ofHours(6)))
                .isEqualTo(Validators.NONE);
        assertThat(fresh.validatorsAt(NOW, Duration.ofHours(6))).isEqualTo(Validators.NONE);
    }

    @Test
    void countsFailuresUntilOneTrySucceeds() {
        var failing = ok.failed(NOW, NEXT, new Why("http-404", "HTTP status 404"))
                .failed(NOW, NEXT, new Why("http-404", "HTTP status 404"));
        assertThat(failing.state()).isEqualTo(FeedState.FAILING);
        assertThat(failing.reason()).isEqualTo("HTTP status 404");
        assertThat(failing.failures()).isEqualTo(2);
        assertThat(failing.throttled(NOW, NEXT).failures()).isEqualTo(3);
        var again = failing.unchanged(NOW, NEXT, Pace.UNKNOWN);
        assertThat(again.state()).isEqualTo(FeedState.OK);
        assertThat(again.reason()).isNull();
        assertThat(again.failures()).isZero();
        assertThat(again.validators()).isEqualTo(GIVEN);
    }
}
