package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Alert;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk was last told of a story, so that only what is new rings; and what waits to be told.
 *
 * @param revision of that alert; 0 when it was told nothing yet
 * @param facts keys of the figures, stances and phases that it was told of
 * @param severity that it was told; null before the first alert
 * @param at stream time of that alert
 * @param cancelled whether that alert took the story back
 * @param repeats how often it was told again because nobody acknowledged it
 * @param cause the article behind the latest change that rings or waits; null before the first
 * @param waits whether something of it is not told yet
 * @param due stream time at which to look again, in whole milliseconds; null where nothing waits for a time
 * @param judgement what analysts decided on it
 */
public record Told(
        int revision,
        int articleCount,
        int independentOrigins,
        List<String> languages,
        List<String> facts,
        Alert.@Nullable Severity severity,
        @Nullable Instant at,
        boolean cancelled,
        int repeats,
        @Nullable Cause cause,
        boolean waits,
        @Nullable Instant due,
        Judgement judgement) {
    public static final Told NOTHING =
            new Told(0, 0, 0, List.of(), List.of(), null, null, false, 0, null, false, null, Judgement.NONE);

    /** The end of what has none: late enough, and still a time that can be sorted. */
    public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    public Told {
        due = due == null ? null : due.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
        facts = facts == null ? List.of() : List.copyOf(facts);
        judgement = judgement == null ? Judgement.NONE : judgement;
    }

    /** After an alert at a stream time: nothing waits any more. */
    public Told ringing(Alert alert, List<String> told, Cause why, Instant clock) {
        return new Told(
                alert.revision(),
                alert.articleCount(),
                alert.independentOrigins(),
                alert.languages(),
                told,
                alert.severity(),
                clock,
                alert.msgType() == Alert.MsgType.Cancel,
                0,
                why,
                false,
                null,
                judgement.told());
    }

    /** With a change that waits, until a time where one is known. */
    public Told waiting(Cause why, @Nullable Instant until) {
        return with(revision, repeats, why, true, until, judgement);
    }

    /** When it turned out that nothing waits. */
    public Told settled() {
        return with(revision, repeats, cause, false, null, judgement);
    }

    /** With a time at which to look again, though nothing waits. */
    public Told lookingAgain(@Nullable Instant when) {
        return with(revision, repeats, cause, waits, when, judgement);
    }

    public Told judged(Judgement other) {
        return with(revision, repeats, cause, waits, due, other);
    }

    /** After another story that the desk may know became part of this one: what was decided on it stays decided. */
    Told takingOver(Told taken) {
        if (taken.revision == 0) {
            return this;
        }
        return judged(revision == 0 ? taken.judgement : judgement.mergedWith(taken.judgement));
    }

    /** After the same alert rang again, under another revision; what waits goes on waiting. */
    public Told repeated(int number) {
        return with(number, repeats + 1, cause, waits, due, judgement);
    }

    private Told with(
            int number, int times, @Nullable Cause why, boolean waiting, @Nullable Instant when, Judgement decided) {
        return new Told(
                number,
                articleCount,
                independentOrigins,
                languages,
                facts,
                severity,
                at,
                cancelled,
                times,
                why,
                waiting,
                when,
                decided);
    }
}
