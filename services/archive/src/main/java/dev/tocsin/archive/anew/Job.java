package dev.tocsin.archive.anew;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Going through the archive with a topic's pack: what was asked, how far it is, and what came of it. One at a time; it may
 * break off at any moment and simply be asked for again.
 *
 * @param id of this request
 * @param version of the pack that was in force when it was asked
 * @param from the earliest event time, included; null for the begin of the archive
 * @param to the event time that all articles are before; when it was asked, where nothing else was said
 * @param exercise whether stories and alerts are made from the articles, as exercises
 * @param articles how many there were in that span when it began
 * @param read how many of them are done
 * @param changed how many of those have another hit of the topic than before, or one where there was none, or none any more
 * @param entered how many belong to the topic now and did not before
 * @param left how many belonged to it and do not any more
 * @param unanswered how many came back by no newer pack within the time that is waited
 * @param beat when it last showed a sign of life
 * @param reason why it failed, for people
 */
public record Job(
        String id,
        String topic,
        int version,
        @Nullable Instant from,
        Instant to,
        boolean exercise,
        State state,
        long articles,
        long read,
        long changed,
        long entered,
        long left,
        long unanswered,
        Instant startedAt,
        Instant beat,
        @Nullable Instant endedAt,
        @Nullable String reason) {
    /** Longer than any wait between two signs of life. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

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

    /** What came of some articles. */
    public record Tally(long read, long changed, long entered, long left, long unanswered) {
        public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

        public Tally plus(Tally more) {
            return new Tally(
                    read + more.read,
                    changed + more.changed,
                    entered + more.entered,
                    left + more.left,
                    unanswered + more.unanswered);
        }
    }

    /** A job that begins. */
    public static Job of(
            String id,
            String topic,
            int version,
            @Nullable Instant from,
            Instant to,
            boolean exercise,
            long articles,
            Instant now) {
        return new Job(
                id, topic, version, from, to, exercise, State.RUNNING, articles, 0, 0, 0, 0, 0, now, now, null, null);
    }

    /** The same, so far. */
    public Job at(Tally tally, Instant now) {
        return with(state, tally, now, null, null);
    }

    /** The same, ended; what was counted stays. */
    public Job ended(State end, @Nullable String why, Instant now) {
        return with(end, new Tally(read, changed, entered, left, unanswered), now, now, why);
    }

    /** As it is to be shown: one whose process ended without a word is over too. */
    public Job seenAt(Instant now) {
        return state == State.RUNNING && beat.isBefore(now.minus(SILENCE))
                ? ended(
                        State.FAILED,
                        "The archive was stopped while it ran. What is done is done; ask again for the rest.",
                        beat)
                : this;
    }

    /** Whether another one must wait. */
    public boolean runs(Instant now) {
        return seenAt(now).state == State.RUNNING;
    }

    private Job with(State next, Tally tally, Instant now, @Nullable Instant end, @Nullable String why) {
        return new Job(
                id,
                topic,
                version,
                from,
                to,
                exercise,
                next,
                articles,
                tally.read(),
                tally.changed(),
                tally.entered(),
                tally.left(),
                tally.unanswered(),
                startedAt,
                now,
                end,
                why);
    }
}
