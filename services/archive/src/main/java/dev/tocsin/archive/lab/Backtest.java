package dev.tocsin.archive.lab;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft taken through the archive: what was asked, how far it is, and what it found.
 *
 * @param draft the version that the draft says
 * @param live the version in force when it began; null where the topic was not watched
 * @param digest SHA-256 of the draft, in hexadecimal
 * @param from the earliest event time, included; null for the begin of the archive
 * @param to the event time that all articles are before
 * @param articles how many there were in that span when it began
 * @param read how many of them are done
 * @param rate articles a second so far; null before the first
 * @param eta when it will be done at that rate; null where that is not known, or it is over
 * @param beat when it last showed a sign of life
 * @param reason why it failed, for people
 * @param findings so far; null before the first
 */
public record Backtest(
        String id,
        String topic,
        int draft,
        @Nullable Integer live,
        String digest,
        @Nullable Instant from,
        Instant to,
        State state,
        long articles,
        long read,
        @Nullable Double rate,
        @Nullable Instant eta,
        Instant startedAt,
        Instant beat,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable Findings findings) {
    /** Longer than any wait between two signs of life. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    /** Where it is in its life. */
    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("cancelled")
        CANCELLED,
        @JsonProperty("failed")
        FAILED
    }

    /** One that begins. */
    public static Backtest of(
            String id,
            String topic,
            int draft,
            @Nullable Integer live,
            String digest,
            @Nullable Instant from,
            Instant to,
            long articles,
            Instant now) {
        return new Backtest(
                id,
                topic,
                draft,
                live,
                digest,
                from,
                to,
                State.RUNNING,
                articles,
                0,
                null,
                null,
                now,
                now,
                null,
                null,
                null);
    }

    /** The same, further on. */
    public Backtest at(Findings found, Instant now) {
        long done = found.hits().articles();
        double seconds = Duration.between(startedAt, now).toMillis() / 1_000.0;
        Double speed = done == 0 || seconds <= 0 ? null : done / seconds;
        var end = speed == null ? null : now.plusMillis(Math.round(1_000 * Math.max(0, articles - done) / speed));
        return with(state, done, speed, end, now, null, null, found);
    }

    /** The same, still alive. */
    public Backtest beating(Instant now) {
        return with(state, read, rate, eta, now, endedAt, reason, findings);
    }

    /** The same, ended; what it found stays. */
    public Backtest ended(State end, @Nullable String why, Instant now) {
        return with(end, read, rate, null, now, now, why, findings);
    }

    /** As it is to be shown: one whose process ended without a word is over too. */
    public Backtest seenAt(Instant now) {
        return state == State.RUNNING && beat.isBefore(now.minus(SILENCE))
                ? ended(
                        State.FAILED,
                        "The archive was stopped while it ran. What it had found until then is kept; start it again for all.",
                        beat)
                : this;
    }

    /** Whether another one must wait. */
    public boolean runs(Instant now) {
        return seenAt(now).state == State.RUNNING;
    }

    private Backtest with(
            State next,
            long done,
            @Nullable Double speed,
            @Nullable Instant end,
            Instant now,
            @Nullable Instant over,
            @Nullable String why,
            @Nullable Findings found) {
        return new Backtest(
                id, topic, draft, live, digest, from, to, next, articles, done, speed, end, startedAt, now, over, why,
                found);
    }
}
