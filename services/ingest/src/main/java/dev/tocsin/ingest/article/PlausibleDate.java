package dev.tocsin.ingest.article;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dates that can be true: a date of next year, or of the year 2 (what is left of {@code 0000-00-00}), is a mistake of
 * its server and would put the article into windows where it does not belong.
 */
final class PlausibleDate {
    /** What clocks and time zones may be wrong by. */
    static final Duration SKEW = Duration.ofHours(24);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private PlausibleDate() {}

    static Optional<Instant> of(@Nullable Instant claimed, Instant now) {
        return Optional.ofNullable(claimed).filter(d -> d.isAfter(EARLIEST) && !d.isAfter(now.plus(SKEW)));
    }
}
