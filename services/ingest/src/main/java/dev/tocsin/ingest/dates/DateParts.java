package dev.tocsin.ingest.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A date taken apart; it may be impossible still. */
record DateParts(LocalDate day, Clock clock) {
    /**
     * @param second may be 60, the leap second
     * @param offset seconds east of Greenwich
     */
    record Clock(int hour, int minute, int second, int nanos, int offset) {
        static final Clock MIDNIGHT = new Clock(0, 0, 0, 0, 0);

        Clock at(int seconds) {
            return new Clock(hour, minute, second, nanos, seconds);
        }
    }

    static Optional<DateParts> of(int year, int month, int day, Clock clock) {
        try {
            return Optional.of(new DateParts(LocalDate.of(year, month, day), clock));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<DateParts> ofDayOfYear(int year, int day, Clock clock) {
        try {
            return Optional.of(new DateParts(LocalDate.ofYearDay(year, day), clock));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Nineties and later are of the last century, as feedparser and RFC 2822 (4.3) nearly agree. */
    static int fullYear(int twoDigits) {
        return twoDigits >= 90 ? 1900 + twoDigits : 2000 + twoDigits;
    }

    Optional<Instant> instant() {
        boolean midnight = clock.hour == 24 && clock.minute == 0 && clock.second == 0;
        try {
            var time = LocalTime.of(midnight ? 0 : clock.hour, clock.minute, Math.min(clock.second, 59), clock.nanos);
            if (clock.second > 60) {
                return Optional.empty();
            }
            var date = midnight ? day.plusDays(1) : day;
            return Optional.of(date.atTime(time).toInstant(ZoneOffset.ofTotalSeconds(clock.offset)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
