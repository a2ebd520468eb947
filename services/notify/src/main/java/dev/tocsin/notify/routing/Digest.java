package dev.tocsin.notify.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When a digest is told: each hour at a minute, or each day at a time, by the clock of a place. An hour that the clocks
 * skip is told when they go on; one that comes twice is told twice an hour apart, each day's once.
 *
 * @param hourly each hour at the minute of {@code at}; else each day
 * @param empty tells also that there was nothing
 */
public record Digest(boolean hourly, LocalTime at, ZoneId zone, boolean empty) {
    /** The first time after a moment. */
    public Instant next(Instant after) {
        if (hourly) {
            var local = after.atZone(zone);
            var slot = local.truncatedTo(ChronoUnit.HOURS).plusMinutes(at.getMinute());
            return (slot.toInstant().isAfter(after) ? slot : slot.plus(Duration.ofHours(1))).toInstant();
        }
        var today = after.atZone(zone).toLocalDate();
        var slot = ZonedDateTime.of(today, at, zone);
        return (slot.toInstant().isAfter(after) ? slot : ZonedDateTime.of(today.plusDays(1), at, zone)).toInstant();
    }
}
