package dev.tocsin.ingest.feeds;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often a publisher wants to be asked, in every way there is to say so.
 *
 * @param ttl RSS 2.0: how long the feed may be kept
 * @param updatePeriod of RSS 1.0's syndication module, already divided by its {@code updateFrequency}
 * @param skipHours RSS 2.0: hours of the day in GMT, 0 to 23, in which nothing changes
 * @param skipDays RSS 2.0: days in GMT on which nothing changes
 * @param fresh what Cache-Control's {@code max-age} or {@code Expires} leave of the answer's life (RFC 9111, 4.2)
 */
public record Hints(
        @Nullable Duration ttl,
        @Nullable Duration updatePeriod,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        @Nullable Duration fresh) {
    public static final Hints NONE = new Hints(null, null, Set.of(), Set.of(), null);

    private static final int HOURS_A_DAY = 24;

    public Hints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    public Hints withFresh(@Nullable Duration now) {
        return new Hints(ttl, updatePeriod, skipHours, skipDays, now);
    }

    /** The longest wait that is asked for; empty where none is. */
    Optional<Duration> askedWait() {
        return Stream.of(ttl, updatePeriod, fresh)
                .filter(Objects::nonNull)
                .filter(Duration::isPositive)
                .max(Duration::compareTo);
    }

    /** The first moment from {@code at} on that is not skipped, but none later than {@code latest}. */
    Instant unskipped(Instant at, Instant latest) {
        var moment = at;
        for (int i = 0; i <= HOURS_A_DAY && isSkipped(moment); i++) {
            moment = moment.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return moment.isAfter(latest) ? latest : moment;
    }

    private boolean isSkipped(Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        return skipHours.contains(time.getHour()) || skipDays.contains(time.getDayOfWeek());
    }
}
