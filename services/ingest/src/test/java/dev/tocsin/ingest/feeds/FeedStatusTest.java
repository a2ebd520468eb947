package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedStatusTest {
    private static final Instant NOW = Instant.parse("2022-01-06T12:00:00Z");
    private static final Instant NEXT = NOW.plusSeconds(300);
    private static final Validators GIVEN = new Validators("\"v1\"", null);

    private final FeedStatus fresh = FeedStatus.unknown(NOW);
    private final FeedStatus ok = fresh.published(NOW, NEXT, "Courier", GIVEN, 3);

    @Test
    void isOkAndRemembers_whenItsArticlesArePublished() {
        assertThat(ok.state()).isEqualTo(FeedState.OK);
        assertThat(ok.articles()).isEqualTo(3);
        assertThat(ok.lastNewArticle()).isEqualTo(NOW);
        assertThat(ok.declaredTitle()).isEqualTo("Courier");
        assertThat(ok.published(NEXT, NEXT, null, GIVEN, 0).lastNewArticle()).isEqualTo(NOW);
        assertThat(ok.published(NEXT, NEXT, null, GIVEN, 0).declaredTitle()).isEqualTo("Courier");
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
        var failing = ok.failed(NOW, NEXT, "HTTP status 404").failed(NOW, NEXT, "HTTP status 404");
        assertThat(failing.state()).isEqualTo(FeedState.FAILING);
        assertThat(failing.reason()).isEqualTo("HTTP status 404");
        assertThat(failing.failures()).isEqualTo(2);
        assertThat(failing.rateLimited(NOW, NEXT).failures()).isEqualTo(3);
        var again = failing.unchanged(NOW, NEXT);
        assertThat(again.state()).isEqualTo(FeedState.OK);
        assertThat(again.reason()).isNull();
        assertThat(again.failures()).isZero();
        assertThat(again.validators()).isEqualTo(GIVEN);
    }
}
