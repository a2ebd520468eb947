package dev.tocsin.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Instant NOW = Instant.parse("2022-01-06T20:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Instant LATER = NOW.plusSeconds(30);
    private static final Instant SOON = NOW.plusSeconds(3);

    @Test
    void isIdle_whenNothingWaits() {
        assertThat(Turn.of(List.of(), NOW, LONGEST)).isEqualTo(new Turn.Idle());
    }

    @Test
    void takesTheOldestThatIsDue() {
        var first = waiting("s1", 1, NOW);
        var second = waiting("s2", 1, NOW.minusSeconds(9));

        assertThat(Turn.of(List.of(first, second), NOW, LONGEST)).isEqualTo(new Turn.Due(first));
    }

    @Test
    void letsOtherStoriesPass_whileOneWaitsForItsRetry() {
        var backingOff = waiting("s1", 1, LATER);
        var other = waiting("s2", 1, NOW);

        assertThat(Turn.of(List.of(backingOff, other), NOW, LONGEST)).isEqualTo(new Turn.Due(other));
    }

    @Test
    void keepsTheRevisionsOfAStoryInOrder_whenTheEarlierWaitsForItsRetry() {
        var update = waiting("s1", 2, NOW);
        var first = waiting("s1", 1, LATER);

        assertThat(Turn.of(List.of(update, first), NOW, LONGEST)).isEqualTo(new Turn.NotBefore(LATER));
    }

    @Test
    void waitsForTheFirstThatWillBeDue() {
        var waiting = List.of(waiting("s1", 1, LATER), waiting("s2", 4, SOON), waiting("s2", 5, NOW));

        assertThat(Turn.of(waiting, NOW, LONGEST)).isEqualTo(new Turn.NotBefore(SOON));
    }

    @Test
    void takesWhatWaitsForLongerThanAnythingDoes_becauseTheClockWasPutBack() {
        var waiting = waiting("s1", 1, NOW.plus(LONGEST).plusSeconds(1));

        assertThat(Turn.of(List.of(waiting), NOW, LONGEST)).isEqualTo(new Turn.Due(waiting));
    }

    private static Waiting waiting(String story, int revision, Instant nextTry) {
        return new Waiting(Delivery.key(story, revision, "desk"), story, revision, nextTry);
    }
}
