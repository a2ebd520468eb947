package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What analysts decided on a story. Of two decisions of one sort the later one holds, whichever comes first, so a verdict
 * that is delivered again changes nothing. Relevant takes back irrelevant and lifts a mute.
 *
 * @param acknowledgedBy who took it on
 * @param relevance the latest verdict on whether it matters, as {@code time/id}
 * @param irrelevantFrom the severity it had when it was judged irrelevant; null where it is not
 * @param muting the latest mute of the story, as {@code time/id}
 * @param mutedUntil stream time at which that mute ends; null where there is none, {@link Told#FOREVER} without end
 * @param quiet whether a mute of any sort held something back since the desk was last told of it
 */
public record Judgement(
        @Nullable String acknowledgedBy,
        @Nullable String relevance,
        Alert.@Nullable Severity irrelevantFrom,
        @Nullable String muting,
        @Nullable Instant mutedUntil,
        boolean quiet) {
    public static final Judgement NONE = new Judgement(null, null, null, null, null, false);

    /** After a verdict on the story itself; this very one where a later decision of the sort is known. */
    public Judgement with(Verdict verdict, Alert.Severity severity, @Nullable Instant until) {
        var order = verdict.at() + "/" + verdict.id();
        if (verdict.takesBack() != null) {
            return undecided(order);
        }
        return switch (verdict.verdict()) {
            case ACKNOWLEDGED ->
                acknowledgedBy != null
                        ? this
                        : new Judgement(verdict.by(), relevance, irrelevantFrom, muting, mutedUntil, quiet);
            case RELEVANT ->
                isLater(order, relevance)
                        ? new Judgement(
                                acknowledgedBy,
                                order,
                                null,
                                isLater(order, muting) ? order : muting,
                                isLater(order, muting) ? null : mutedUntil,
                                quiet)
                        : this;
            case IRRELEVANT ->
                isLater(order, relevance)
                        ? new Judgement(acknowledgedBy, order, severity, muting, mutedUntil, quiet)
                        : this;
            case MUTED ->
                isLater(order, muting)
                        ? new Judgement(acknowledgedBy, relevance, irrelevantFrom, order, until, quiet)
                        : this;
        };
    }

    /** After a decision was taken back: nobody looks after it, it may matter, and nothing mutes it. */
    private Judgement undecided(String order) {
        boolean judged = isLater(order, relevance);
        boolean muted = isLater(order, muting);
        return new Judgement(
                null,
                judged ? order : relevance,
                judged ? null : irrelevantFrom,
                muted ? order : muting,
                muted ? null : mutedUntil,
                quiet);
    }

    public boolean isMuted(Instant clock) {
        return mutedUntil != null && mutedUntil.isAfter(clock);
    }

    /** Of two stories that are one: the later decision of each sort; who took on only one of them did not take on both. */
    Judgement mergedWith(Judgement other) {
        boolean theirRelevance = other.relevance != null && isLater(other.relevance, relevance);
        boolean theirMuting = other.muting != null && isLater(other.muting, muting);
        return new Judgement(
                other.acknowledgedBy == null ? null : acknowledgedBy,
                theirRelevance ? other.relevance : relevance,
                theirRelevance ? other.irrelevantFrom : irrelevantFrom,
                theirMuting ? other.muting : muting,
                theirMuting ? other.mutedUntil : mutedUntil,
                quiet || other.quiet);
    }

    /** After a mute held something back. */
    public Judgement quieted() {
        return new Judgement(acknowledgedBy, relevance, irrelevantFrom, muting, mutedUntil, true);
    }

    /** After the desk was told: it rang in spite of being irrelevant, or because that was undone. */
    Judgement told() {
        return new Judgement(acknowledgedBy, relevance, null, muting, mutedUntil, false);
    }

    private static boolean isLater(String order, @Nullable String than) {
        return than == null || order.compareTo(than) > 0;
    }
}
