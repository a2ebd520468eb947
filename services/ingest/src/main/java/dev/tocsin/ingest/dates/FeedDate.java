package dev.tocsin.ingest.dates;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a feed's date means: RFC 822 and its successors, ISO 8601, and what is written instead of them. A
 * date without zone is in UTC, a day without time begins it, and a part of a date that could be another is none.
 */
public final class FeedDate {
    /** The longest honest date, with weekday, month and zone written out, is half of this. */
    private static final int LONGEST = 100;

    private FeedDate() {}

    /** Empty for what is no date, names a day that never was, or may mean two days. */
    public static Optional<Instant> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var date = text.strip();
        if (date.isEmpty() || date.length() > LONGEST) {
            return Optional.empty();
        }
        var digits = Digits.plain(date);
        return IsoDate.parse(digits).or(() -> SpokenDate.parse(digits)).flatMap(DateParts::instant);
    }
}
