package dev.tocsin.ingest.feeds;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an answer holds by its header (RFC 9111, 4.2.1): {@code max-age} first, then {@code Expires}. */
public final class Freshness {
    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_KEPT =
            Pattern.compile("(?:^|[,\\s])no-(?:cache|store)(?:$|[,\\s=])", Pattern.CASE_INSENSITIVE);

    private Freshness() {}

    /** Empty where nothing is said, where it must not be kept, or where its life is over. */
    public static Optional<Duration> of(@Nullable String cacheControl, @Nullable String expires, Instant now) {
        if (cacheControl != null) {
            if (NOT_KEPT.matcher(cacheControl).find()) {
                return Optional.empty();
            }
            var maxAge = MAX_AGE.matcher(cacheControl);
            if (maxAge.find()) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(maxAge.group(1))))
                        .filter(Duration::isPositive);
            }
        }
        return expires == null ? Optional.empty() : until(expires.strip(), now);
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            var end = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, end)).filter(Duration::isPositive);
        } catch (DateTimeException e) {
            // "0" and other non-dates mean that it is over already
            return Optional.empty();
        }
    }
}
