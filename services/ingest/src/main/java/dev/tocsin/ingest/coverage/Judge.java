package dev.tocsin.ingest.coverage;

import dev.tocsin.ingest.coverage.Finding.Begins;
import dev.tocsin.ingest.coverage.Finding.Changes;
import dev.tocsin.ingest.coverage.Finding.Ends;
import dev.tocsin.ingest.coverage.Finding.Lasts;
import dev.tocsin.ingest.coverage.Finding.Nothing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a subject has gone quiet, and whether it is back. To ring takes a great surprise; to be well again
 * takes a time that is usual by itself and long enough to tell: between the two nothing changes (hysteresis).
 */
public final class Judge {
    private static final int[] SPANS = {1, 3, 6, 12, 24, 48, 96, 168};
    private static final int LAST_DAY = 24;
    /** Articles that a span is expected to bring before it can show that all is well. */
    private static final double TELLING = 8;
    /** A cause that wavers is not told of more often. */
    private static final Duration BETWEEN_CHANGES = Duration.ofHours(1);

    private final Rules rules;
    private final Watched watched;
    private final Instant now;

    public Judge(Rules rules, Watched watched, Instant now) {
        this.rules = rules;
        this.watched = watched;
        this.now = now;
    }

    /**
     * @param hours of the subject
     * @param cause of what is missing, where something is
     * @param before its last episode; null where it never had one
     */
    public Finding look(Hours hours, Cause cause, @Nullable Episode before) {
        return before != null && before.lasts() ? during(hours, cause, before) : otherwise(hours, before);
    }

    /** What is missing in the last day, in articles; 0 where it is no great part, or where too little is known. */
    public double missing(Hours hours, @Nullable Episode before) {
        long until = before != null && before.lasts() ? Hours.hour(before.begun()) : hours.last();
        return lookback(hours, typicalFrom(hours), until)
                .usual(LAST_DAY)
                .filter(known -> rules.isFarLess(known.observed(), known.usual().mean()))
                .map(known -> known.usual().mean() - known.observed())
                .orElse(0.0);
    }

    private Finding otherwise(Hours hours, @Nullable Episode before) {
        var lookback = lookback(hours, typicalFrom(hours), hours.last());
        long since = before == null || before.ended() == null ? hours.first() : Hours.hour(before.ended());
        Optional<Shortfall> worst = IntStream.of(SPANS)
                .filter(span -> hours.last() - span >= since)
                .mapToObj(lookback::usual)
                .flatMap(Optional::stream)
                .map(Lookback.Known::shortfall)
                .filter(s -> s.probability() <= rules.surprise() && rules.isFarLess(s.observed(), s.expected()))
                .min(Comparator.comparingDouble(Shortfall::probability));
        return worst.<Finding>map(Begins::new).orElseGet(Nothing::new);
    }

    private Finding during(Hours hours, Cause cause, Episode before) {
        long begun = Hours.hour(before.begun());
        // the silence began before it rang, at most its span ago
        var lookback =
                lookback(hours, typicalFrom(hours), begun - before.shortfall().hours());
        var telling = IntStream.of(SPANS)
                .mapToObj(lookback::usual)
                .flatMap(Optional::stream)
                .filter(known -> known.usual().mean() >= TELLING)
                .findFirst();
        if (telling.isPresent()) {
            var known = telling.get();
            boolean well = known.probability() >= rules.normal()
                    || rules.isNearlyUsual(known.observed(), known.usual().mean());
            if (well) {
                return new Ends(known.span(), known.observed());
            }
            boolean mayTell = !now.isBefore(before.told().plus(BETWEEN_CHANGES));
            return cause != before.cause() && mayTell ? new Changes(cause, known.shortfall()) : new Lasts();
        }
        // nothing to compare with any more, or too little to tell: a day that brings anything is a good day
        int lastDay = hours.sum(Math.max(hours.last() - LAST_DAY + 1, begun + 1), hours.last());
        boolean back = lastDay > 0
                && lastDay
                        >= before.shortfall().expected()
                                * LAST_DAY
                                / before.shortfall().hours()
                                / 2;
        return back ? new Ends(LAST_DAY, lastDay) : new Lasts();
    }

    /** After the first hour that brought anything: the first poll of a feed brings all that it held. */
    private static long typicalFrom(Hours hours) {
        return hours.begin() + 1;
    }

    private Lookback lookback(Hours hours, long from, long until) {
        return new Lookback(hours, watched, from, until, rules.leastDays());
    }
}
