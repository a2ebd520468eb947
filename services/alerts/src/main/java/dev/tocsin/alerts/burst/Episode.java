package dev.tocsin.alerts.burst;

import dev.tocsin.alerts.story.Judgement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A burst that the desk was told of. Kept beyond its end, so that the same is not told again at once.
 *
 * @param begun stream time of the article that made it ring
 * @param hot stream time of the latest article in it
 * @param told stream time at which the desk was last told
 * @param articles in the window, as last told
 * @param origins the most that a window had
 * @param usual articles in a window
 * @param threshold articles in a window that it takes
 * @param most articles that a window had
 * @param total articles since the window in which it began
 * @param revision of the last alert
 * @param leaders keys of what most of its articles name, as last told
 * @param ended stream time of its last article, once it is over; null while it lasts
 * @param judgement what analysts decided on it
 */
public record Episode(
        Instant begun,
        Instant hot,
        Instant told,
        int articles,
        int origins,
        double usual,
        int threshold,
        int most,
        int total,
        int revision,
        List<String> leaders,
        @Nullable Instant ended,
        Judgement judgement) {
    public Episode {
        leaders = leaders == null ? List.of() : List.copyOf(leaders);
        judgement = judgement == null ? Judgement.NONE : judgement;
    }

    static Episode beginning(Instant now, int articles, int origins, double usual, int threshold) {
        return new Episode(
                now,
                now,
                now,
                articles,
                origins,
                usual,
                threshold,
                articles,
                articles,
                1,
                List.of(),
                null,
                Judgement.NONE);
    }

    /** Whether an analyst wants to hear no more of it. */
    boolean isSilenced(Instant now) {
        return judgement.irrelevantFrom() != null || judgement.isMuted(now);
    }

    /** With one more article, and so many in the window now. */
    Episode growing(Instant now, int inWindow, int originsInWindow) {
        return new Episode(
                begun,
                now.isAfter(hot) ? now : hot,
                told,
                articles,
                Math.max(origins, originsInWindow),
                usual,
                threshold,
                Math.max(most, inWindow),
                total + 1,
                revision,
                leaders,
                ended,
                judgement);
    }

    /** After the desk was told that it grew. */
    Episode told(Instant now, int inWindow) {
        return with(now, inWindow, revision + 1, leaders, ended, judgement);
    }

    Episode led(List<String> others) {
        return with(told, articles, revision, others, ended, judgement);
    }

    /** @param tells whether the desk is told */
    Episode over(boolean tells) {
        return with(told, articles, tells ? revision + 1 : revision, leaders, hot, judgement);
    }

    Episode judged(Judgement other) {
        return with(told, articles, revision, leaders, ended, other);
    }

    private Episode with(
            Instant when, int inWindow, int number, List<String> led, @Nullable Instant end, Judgement decided) {
        return new Episode(
                begun, hot, when, inWindow, origins, usual, threshold, most, total, number, led, end, decided);
    }
}
