package dev.tocsin.ingest.dates;

import dev.tocsin.ingest.dates.DateParts.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO 8601 in all forms of W3CDTF and beyond: basic, ordinal and week dates, a blank for the T, a loose zone. */
final class IsoDate {
    private static final String TIME =
            "(?:[Tt\\s]\\s{0,3}(?<hour>\\d{1,2})(?::?(?<minute>\\d{2})(?::?(?<second>\\d{2}))?(?:[.,](?<fraction>\\d{1,20}))?)?"
                    + "\\s{0,3}(?<zone>[A-Za-z/]{1,10}|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2}){0,2})?)?[\\s.;]{0,3}";
    private static final Pattern EXTENDED =
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?" + TIME);
    private static final Pattern BASIC = Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + TIME);
    private static final Pattern ORDINAL = Pattern.compile("(?<year>\\d{4})-?(?<ordinal>\\d{3})" + TIME);
    private static final Pattern WEEK = Pattern.compile("(?<year>\\d{4})-?W(?<week>\\d{2})-?(?<weekday>[1-7])" + TIME);
    private static final Pattern SHORT =
            Pattern.compile("(?<year>\\d{2})(?<dash>-?)(?<month>\\d{2})\\k<dash>(?<day>\\d{2})" + TIME);
    private static final Pattern STAMP = Pattern.compile("\\d{12}|\\d{14}");
    private static final Pattern EPOCH = Pattern.compile("(1?\\d{9})(\\d{3})?");
    private static final Pattern YEAR = Pattern.compile("(?<year>[12]\\d{3})" + TIME);

    private IsoDate() {}

    static Optional<DateParts> parse(String text) {
        if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return Optional.empty();
        }
        return byMonth(EXTENDED.matcher(text))
                .or(() -> byMonth(BASIC.matcher(text)))
                .or(() -> ordinal(ORDINAL.matcher(text)))
                .or(() -> week(WEEK.matcher(text)))
                .or(() -> byMonth(SHORT.matcher(text)))
                .or(() -> digits(text));
    }

    private static Optional<DateParts> byMonth(Matcher m) {
        if (!m.matches()) {
            return Optional.empty();
        }
        var day = m.group("day");
        return clock(m).flatMap(c ->
                DateParts.of(year(m), Integer.parseInt(m.group("month")), day == null ? 1 : Integer.parseInt(day), c));
    }

    private static Optional<DateParts> ordinal(Matcher m) {
        return m.matches()
                ? clock(m).flatMap(c -> DateParts.ofDayOfYear(year(m), Integer.parseInt(m.group("ordinal")), c))
                : Optional.empty();
    }

    private static Optional<DateParts> week(Matcher m) {
        if (!m.matches()) {
            return Optional.empty();
        }
        int week = Integer.parseInt(m.group("week"));
        if (week < 1 || week > 53) {
            return Optional.empty();
        }
        // the fourth of January is in the first week, always
        return clock(m).flatMap(c -> DateParts.of(year(m), 1, 4, c)
                .map(d -> new DateParts(
                        d.day()
                                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                                .with(java.time.temporal.ChronoField.DAY_OF_WEEK, Integer.parseInt(m.group("weekday"))),
                        c)));
    }

    /** Digits only: a stamp without separators, seconds or milliseconds since 1970, or a year. */
    private static Optional<DateParts> digits(String text) {
        if (STAMP.matcher(text).matches()) {
            return byMonth(BASIC.matcher(text.substring(0, 8) + "T" + text.substring(8)));
        }
        var epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            var at = Instant.ofEpochSecond(Long.parseLong(epoch.group(1))).atOffset(ZoneOffset.UTC);
            var clock = new Clock(at.getHour(), at.getMinute(), at.getSecond(), 0, 0);
            return DateParts.of(at.getYear(), at.getMonthValue(), at.getDayOfMonth(), clock);
        }
        var year = YEAR.matcher(text);
        return year.matches() ? clock(year).flatMap(c -> DateParts.of(year(year), 1, 1, c)) : Optional.empty();
    }

    private static int year(Matcher m) {
        int year = Integer.parseInt(m.group("year"));
        return m.group("year").length() == 2 ? DateParts.fullYear(year) : year;
    }

    private static Optional<Clock> clock(Matcher m) {
        var hour = m.group("hour");
        if (hour == null) {
            return Optional.of(Clock.MIDNIGHT);
        }
        var zone = m.group("zone");
        var offset = zone == null ? java.util.OptionalInt.of(0) : Zones.seconds(zone);
        if (offset.isEmpty()) {
            // an unknown name, as of a town: the time is as good as one without a zone
            offset = zone != null && Character.isLetter(zone.charAt(0)) && !isHalfOfDay(zone)
                    ? java.util.OptionalInt.of(0)
                    : offset;
        }
        return offset.isEmpty()
                ? Optional.empty()
                : Optional.of(new Clock(
                        Integer.parseInt(hour),
                        number(m.group("minute")),
                        number(m.group("second")),
                        nanos(m.group("fraction")),
                        offset.getAsInt()));
    }

    /** {@code 7:30 PM} is for those who know of mornings and evenings. */
    private static boolean isHalfOfDay(String word) {
        return word.equalsIgnoreCase("am") || word.equalsIgnoreCase("pm");
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
