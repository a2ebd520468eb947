package dev.tocsin.archive.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.archive.letters.Decision.Outcome;
import dev.tocsin.archive.letters.Decision.Wish;
import dev.tocsin.archive.letters.Letter.State;
import dev.tocsin.contracts.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Instant NOW = Instant.parse("2022-01-06T20:00:00Z");
    private static final Decision REPLAY = new Decision(Wish.REPLAY, "Dana", null);
    private static final Decision DISCARD = new Decision(Wish.DISCARD, "Dana", "a test of theirs");

    private static Letter letter(String kafkaTopic, String service, String subject) {
        var letter = DeadLetter.of(service, kafkaTopic, 1, 7, "key", new byte[] {'{'}, "is not JSON", NOW);
        return Letter.arrived("id", letter, Obstacle.of(letter, subject, "tocsin"));
    }

    private static Letter waiting() {
        return letter("tocsin.articles-fetched.v1", "language", "tocsin.articles-fetched.v1-1-7");
    }

    @Test
    void goesOn_whereItWaits() {
        assertThat(REPLAY.on(waiting(), NOW))
                .isEqualTo(new Outcome.Go(waiting().with(State.REPLAYING, "Dana", null, NOW)));
        assertThat(DISCARD.on(waiting(), NOW))
                .isEqualTo(new Outcome.Go(waiting().with(State.DISCARDED, "Dana", "a test of theirs", NOW)));
    }

    @Test
    void isDone_whereItWasDoneBefore() {
        var replayed = waiting().with(State.REPLAYED, "Aigul", null, NOW);
        var discarded = waiting().with(State.DISCARDED, "Aigul", "spam", NOW);

        assertThat(REPLAY.on(replayed, NOW)).isEqualTo(new Outcome.Done(replayed));
        assertThat(DISCARD.on(discarded, NOW)).isEqualTo(new Outcome.Done(discarded));
        assertThat(REPLAY.on(discarded, NOW)).isInstanceOfSatisfying(Outcome.Refused.class, r -> assertThat(r.reason())
                .contains("Aigul"));
        assertThat(DISCARD.on(replayed, NOW)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void waitsForWhoeverPutsItBack_untilHeMustHaveBrokenOff() {
        var replaying = waiting().with(State.REPLAYING, "Aigul", null, NOW);

        assertThat(REPLAY.on(replaying, NOW.plusSeconds(59))).isInstanceOf(Outcome.Refused.class);
        assertThat(REPLAY.on(replaying, NOW.plus(Duration.ofSeconds(61)))).isInstanceOf(Outcome.Go.class);
    }

    @Test
    void neverWritesToATopicThatIsNoChannel_whateverALetterNames() {
        for (var topic : new String[] {
            "__consumer_offsets", "other.articles-fetched.v1", "x.tocsin.alerts.v1", "tocsin.dead-letters.v1"
        }) {
            var hostile = letter(topic, "language", topic + "-1-7");
            assertThat(REPLAY.on(hostile, NOW)).as(topic).isInstanceOf(Outcome.Refused.class);
            assertThat(DISCARD.on(hostile, NOW)).as(topic).isInstanceOf(Outcome.Go.class);
        }
    }

    @Test
    void refersToTheDelivery_whereOnlyAReceiverFailed() {
        assertThat(letter("tocsin.alerts.v1", "notify", "story:1:mail").obstacle())
                .contains("send that delivery");
        assertThat(letter("tocsin.alerts.v1", "notify", "tocsin.alerts.v1-1-7").obstacle())
                .isNull();
    }

    @Test
    void seesOneCause_whateverStandsInTheMessages() {
        assertThat(Kind.of("is not an Alert: Unexpected character ('x' (code 120)) (line 1, column 17)"))
                .isEqualTo(Kind.of("is not an Alert: Unexpected character ('y' (code 121)) (line 3, column 2)"));
        assertThat(Kind.of("a\n\u202eb " + "x".repeat(5_000)))
                .startsWith("a b x")
                .hasSize(160);
        assertThat(Kind.of("'".repeat(2_000))).isNotEmpty();
    }
}
