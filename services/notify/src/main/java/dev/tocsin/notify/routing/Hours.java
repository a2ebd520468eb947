package dev.tocsin.notify.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Hours of some days, by the clock of a place; across midnight where they end before they begin, and then they belong to
 * the day on which they begin. Equal ends are the whole day.
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    private static final int WEEK = 8;

    public Hours {
        days = Set.copyOf(days);
    }

    /** Whether a moment lies within; the beginning does, the end does not. */
    public boolean hold(Instant moment) {
        var local = moment.atZone(zone);
        var time = local.toLocalTime();
        boolean today = days.contains(local.getDayOfWeek());
        if (from.isBefore(to)) {
            return today && !time.isBefore(from) && time.isBefore(to);
        }
        return today && !time.isBefore(from)
                || days.contains(local.getDayOfWeek().minus(1)) && time.isBefore(to);
    }

    /** The first moment from the given one on that lies outside; a week later where every moment lies within. */
    public Instant end(Instant moment) {
        var at = moment.atZone(zone);
        for (int i = 0; i < WEEK && hold(at.toInstant()); i++) {
            var next = at.toLocalDate().atTime(to).atZone(zone);
            at = next.isAfter(at)
                    ? next
                    : at.toLocalDate().plusDays(1).atTime(to).atZone(zone);
        }
        return at.toInstant();
    }
}
