package dev.tocsin.ingest.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date as pages write it for machines: ISO 8601 and its careless spellings, RFC 1123, seconds since 1970, a few
 * English and European forms. Without a zone it is read as UTC; a day between two orders is not guessed.
 *
 * @param timed false where only the day is known
 */
record PageDate(Instant at, boolean timed) {
    private static final int MAX_LENGTH = 60;
    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2200;
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}(\\d{3})?");
    private static final Pattern CARELESS = Pattern.compile(
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(.*))?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?(.*))?");
    private static final Pattern EUROPEAN =
            Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:,?\\s+(\\d{1,2}):(\\d{2}))?");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("[/_-]((?:19|20)\\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01])(?=[/_.-]|$)");
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)?\\s*([+-]\\d{2}):?(\\d{2})?");
    private static final List<DateTimeFormatter> ENGLISH = List.of(
            english("EEE, d MMM yyyy HH:mm:ss Z"),
            english("MMM d, yyyy"),
            english("MMMM d, yyyy"),
            english("d MMM yyyy"),
            english("d MMMM yyyy"),
            english("MMM d, yyyy h:mm a"),
            english("MMMM d, yyyy h:mm a"));

    static Optional<PageDate> parse(String text) {
        var given = text.strip();
        if (given.isEmpty() || given.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return (EPOCH.matcher(given).matches()
                            ? epoch(given)
                            : numbers(given).or(() -> english(given, 0)))
                    .filter(PageDate::isPlausible);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The day that many addresses of news hold. */
    static Optional<PageDate> inAddress(String url) {
        var m = IN_ADDRESS.matcher(url);
        try {
            return m.find()
                    ? Optional.of(day(LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean sameDay(PageDate other) {
        return Math.abs(at.getEpochSecond() - other.at.getEpochSecond()) < 36 * 3600;
    }

    private boolean isPlausible() {
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        return year >= EARLIEST_YEAR && year < LATEST_YEAR;
    }

    private static Optional<PageDate> epoch(String digits) {
        long number = Long.parseLong(digits);
        return Optional.of(new PageDate(
                digits.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number), true));
    }

    private static Optional<PageDate> numbers(String given) {
        for (var form : List.of(CARELESS, COMPACT)) {
            var m = form.matcher(given);
            if (m.matches()) {
                var date = LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
                return Optional.of(
                        m.group(4) == null ? day(date) : timed(date, m.group(4), m.group(5), m.group(6), m.group(7)));
            }
        }
        var m = EUROPEAN.matcher(given);
        if (m.matches()) {
            var date = LocalDate.of(number(m.group(3)), number(m.group(2)), number(m.group(1)));
            return Optional.of(m.group(4) == null ? day(date) : timed(date, m.group(4), m.group(5), null, ""));
        }
        return Optional.empty();
    }

    private static PageDate timed(
            LocalDate date, String hour, String minute, @org.jspecify.annotations.Nullable String second, String zone) {
        int h = number(hour);
        var rest = zone.strip().toUpperCase(Locale.ROOT);
        if (rest.startsWith("PM") && h < 12) {
            h += 12;
        } else if (rest.startsWith("AM") && h == 12) {
            h = 0;
        }
        var local = date.atTime(0, number(minute), second == null ? 0 : number(second))
                .plusHours(h);
        return new PageDate(local.toInstant(offset(rest)), true);
    }

    private static ZoneOffset offset(String zone) {
        var m = OFFSET.matcher(zone);
        if (!m.lookingAt()) {
            return ZoneOffset.UTC;
        }
        int hours = number(m.group(1));
        int minutes = m.group(2) == null ? 0 : number(m.group(2));
        return ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes);
    }

    private static Optional<PageDate> english(String given, int form) {
        if (form == ENGLISH.size()) {
            return Optional.empty();
        }
        try {
            var parsed = ENGLISH.get(form)
                    .parseBest(
                            given.replace("Sept ", "Sep ").replaceFirst("^([A-Za-z]{3})\\. ", "$1 "),
                            OffsetDateTime::from,
                            LocalDateTime::from,
                            LocalDate::from);
            return Optional.of(
                    switch (parsed) {
                        case OffsetDateTime t -> new PageDate(t.toInstant(), true);
                        case LocalDateTime t -> new PageDate(t.toInstant(ZoneOffset.UTC), true);
                        default -> day(LocalDate.from(parsed));
                    });
        } catch (DateTimeException e) {
            return english(given, form + 1);
        }
    }

    private static PageDate day(LocalDate date) {
        return new PageDate(date.atStartOfDay().toInstant(ZoneOffset.UTC), false);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static DateTimeFormatter english(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }
}
