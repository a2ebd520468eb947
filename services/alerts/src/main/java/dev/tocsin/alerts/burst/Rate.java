package dev.tocsin.alerts.burst;

import dev.tocsin.alerts.story.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often a subject was reported, as it is stored. Bounded: some hundred numbers, however many articles come.
 *
 * @param since when counting began, in stream time
 * @param forgotten of a topic, when one of its places or actors was last forgotten, in stream time; null where none was
 * @param hours its articles by the hour of their event time, of five weeks at least
 * @param slices the same by five minutes, of four windows at least
 * @param voices of each origin, the last five minutes in which it told of it
 * @param episode its last burst; null where it had none
 */
public record Rate(
        Lane lane,
        Subject subject,
        Instant since,
        @Nullable Instant forgotten,
        Counts hours,
        Counts slices,
        Map<String, Integer> voices,
        @Nullable Episode episode) {
    /** More independent origins than that within a window say no more. */
    private static final int MOST_VOICES = 40;

    /** What comes late, or with a clock that jumped, finds its own window still there. */
    private static final int MOST_WINDOWS = 4;

    private static final int DAY = 24;
    private static final Duration LATELY = Duration.ofDays(7);

    static Rate of(Lane lane, Subject subject, Instant since) {
        return new Rate(lane, subject, since, null, Counts.NONE, Counts.NONE, Map.of(), null);
    }

    /**
     * With one more article.
     *
     * @param at event time
     * @param clock stream time
     */
    Rate counting(Instant at, Instant clock, String voice, BurstRules rules) {
        int slice = slice(at);
        Map<String, Integer> heard = new HashMap<>(voices);
        // what is later than now was a wrong clock, and must not hide what is heard now
        heard.merge(voice, slice, (last, latest) -> last > slice(clock) ? latest : Math.max(last, latest));
        if (heard.size() > MOST_VOICES) {
            var oldest = Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey());
            heard.remove(heard.entrySet().stream().min(oldest).orElseThrow().getKey());
        }
        return new Rate(
                lane,
                subject,
                since,
                forgotten,
                hours.plus(Usual.hour(at)).latest(Usual.KEPT_HOURS),
                slices.plus(slice).latest(MOST_WINDOWS * rules.slices()),
                Map.copyOf(heard),
                episode);
    }

    /** Articles in the window that ends at a time. */
    int articles(Instant now, BurstRules rules) {
        return slices.sum(slice(now) - rules.slices() + 1, slice(now));
    }

    /** Independent origins in the window that ends at a time. */
    int origins(Instant now, BurstRules rules) {
        int last = slice(now);
        return (int) voices.values().stream()
                .filter(heard -> heard > last - rules.slices() && heard <= last)
                .count();
    }

    /** Whether it is in a burst that the desk was told of. */
    boolean bursts() {
        return episode != null && episode.ended() == null;
    }

    /** Whether another burst of it may begin. */
    boolean hasRested(Instant now, BurstRules rules) {
        return episode == null
                || episode.ended() != null && !now.isBefore(episode.ended().plus(rules.coolDown()));
    }

    /** The rate since a burst that is no week ago, in articles a window; 0 where there was none. */
    double lately(Instant now, BurstRules rules) {
        if (episode == null || episode.ended() == null || episode.ended().isBefore(now.minus(LATELY))) {
            return 0;
        }
        int last = Usual.hour(now.minus(rules.window())) - 1;
        return hours.sum(last - DAY + 1, last)
                * (double) rules.window().toMinutes()
                / Duration.ofDays(1).toMinutes();
    }

    Rate with(@Nullable Episode other) {
        return new Rate(lane, subject, since, forgotten, hours, slices, voices, other);
    }

    Rate forgetting(Instant at) {
        return new Rate(lane, subject, since, at, hours, slices, voices, episode);
    }

    private static int slice(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond(), (long) BurstRules.SLICE);
    }

    /** What can be spared first: who is in no burst, was told of least in five weeks, and longest ago. */
    static Comparator<Rate> leastMissed(Instant now) {
        int first = Usual.hour(now) - Usual.KEPT_HOURS;
        return Comparator.comparing(Rate::bursts)
                .thenComparing(rate -> rate.hours.sum(first, Integer.MAX_VALUE))
                .thenComparing(rate -> rate.slices.last())
                .thenComparing(rate -> rate.subject.key());
    }
}
