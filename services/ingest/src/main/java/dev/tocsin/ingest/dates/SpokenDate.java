package dev.tocsin.ingest.dates;

import dev.tocsin.ingest.dates.DateParts.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates with a month in words, or with signs between their numbers: RFC 822, asctime, and what people write. The time is
 * taken out first, then the zone behind it; what is left is a day, a month and a year in an order of their own.
 */
final class SpokenDate {
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d.])(?<before>[\\p{L}.]{2,6}\\s{0,2})?(?<hour>\\d{1,2})(?<sign>\\s?[:hч時时点시]\\s?|\\.)(?<minute>\\d{1,2})(?:(?:\\k<sign>|\\s?[m分분]\\s?)(?<second>\\d{1,2})(?:[.,]\\d{1,9})?)?[秒초분分]?"
                    + "\\s{0,2}(?<half>[AaPp]\\.?[Mm]\\.?(?![\\p{L}]))?");
    private static final Pattern ZONE = Pattern.compile(
            "\\G[\\s,]{0,3}\\(?((?:(?:UTC|GMT|Etc/GMT)?\\s?[+-]\\d{1,2}(?::?\\d{2}){0,2})|[\\p{L}/]{1,12})\\)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(\\d{4})\\s{0,2}[年년]\\s{0,2}(\\d{1,2})\\s{0,2}[月월]\\s{0,2}(\\d{1,2})\\s{0,2}[日일号]");
    private static final Pattern VIETNAMESE =
            Pattern.compile("(\\d{1,2})\\s{1,3}th(?:á|á)ng\\s{1,3}(\\d{1,2}),?\\s{1,3}(?:năm\\s)?(\\d{4})");
    private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})(?!\\d)");
    private static final Pattern PART = Pattern.compile("\\d{1,4}|[\\p{L}\\p{M}]+");

    private static final Pattern SIGNED = Pattern.compile("[+-]");
    private static final int KOREA = 9 * 3600;

    private static final Set<String> AFTERNOON = Set.of("오후", "下午", "午後", "晚上", "pm", "p.m.");
    private static final Set<String> MORNING = Set.of("오전", "上午", "午前", "早上", "am", "a.m.");

    private SpokenDate() {}

    static Optional<DateParts> parse(String text) {
        // the dots of 06.01.2022 are not those of 20.15
        var numbers = NUMBERS.matcher(text);
        var dated = numbers.find() ? numbers.group() : null;
        var rest = dated == null ? text : text.replace(dated, " ");
        var time = TIME.matcher(rest);
        boolean timed = time.find();
        var clock = timed ? clock(rest, time) : Optional.of(Clock.MIDNIGHT);
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        if (dated != null) {
            return numeric(numbers, timed && half(time) != null).flatMap(d -> d.parts(clock.get()));
        }
        return inWords(text, timed ? withoutTime(rest, time) : rest, clock.get());
    }

    /** Behind the time stand zone and, in asctime, the year: an offset goes with the time, or it would be the year. */
    private static String withoutTime(String text, Matcher time) {
        var before = time.group("before");
        int from = before == null || isHalf(before) ? time.start() : time.end("before");
        var zone = ZONE.matcher(text).region(time.end(), text.length());
        int to = zone.find() && SIGNED.matcher(zone.group(1)).find() ? zone.end() : time.end();
        return text.substring(0, from) + " | " + text.substring(to);
    }

    private static Optional<DateParts> inWords(String text, String rest, Clock clock) {
        var asian = EAST_ASIAN.matcher(text);
        if (asian.find()) {
            boolean korean = text.indexOf('년') >= 0;
            // Korea has one zone, and feeds that write its dates in words are from there
            return day(asian, 1, 2, 3).parts(korean ? clock.at(KOREA) : clock);
        }
        var vietnamese = VIETNAMESE.matcher(text);
        if (vietnamese.find()) {
            return day(vietnamese, 3, 2, 1).parts(clock);
        }
        var parts = new ArrayList<String>();
        var found = PART.matcher(rest);
        while (found.find() && parts.size() < 16) {
            var part = found.group();
            if (isNumber(part) || !Zones.isName(part) && MonthNames.of(part).isPresent()) {
                parts.add(part);
            }
        }
        return month(parts).isEmpty()
                ? Optional.empty()
                : around(parts, month(parts).getAsInt()).flatMap(d -> d.parts(clock));
    }

    /**
     * Where the month stands: beside more numbers than any other word that looks like one, and last of equals, because
     * weekdays that look like months come first, as in "mar 4 gen".
     */
    private static OptionalInt month(List<String> parts) {
        int at = -1;
        int most = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (!isNumber(parts.get(i))) {
                int numbers = (i > 0 && isNumber(parts.get(i - 1)) ? 1 : 0)
                        + (i + 1 < parts.size() && isNumber(parts.get(i + 1)) ? 1 : 0);
                at = numbers >= most ? i : at;
                most = Math.max(most, numbers);
            }
        }
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    private static Optional<Day> around(List<String> parts, int at) {
        int month = MonthNames.of(parts.get(at)).orElseThrow();
        var numbers = parts.stream().filter(SpokenDate::isNumber).limit(2).toList();
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        var first = numbers.get(0);
        var second = numbers.get(1);
        boolean yearFirst = first.length() == 4;
        if (!yearFirst && second.length() == 3) {
            return Optional.empty();
        }
        int day = Integer.parseInt(yearFirst ? second : first);
        int year = Integer.parseInt(yearFirst ? first : second);
        boolean twoDigits = !yearFirst && second.length() <= 2;
        return Optional.of(new Day(twoDigits ? DateParts.fullYear(year) : year, month, day));
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    /** Dots put the day first; slashes do in Europe and do not in America, so they must tell by themselves. */
    private static Optional<Day> numeric(Matcher m, boolean american) {
        int a = Integer.parseInt(m.group(1));
        int b = Integer.parseInt(m.group(3));
        int c = Integer.parseInt(m.group(4));
        if (m.group(1).length() == 4) {
            return Optional.of(new Day(a, b, c));
        }
        if (m.group(1).length() == 3 || m.group(4).length() == 3 || m.group(4).length() == 1) {
            return Optional.empty();
        }
        int year = m.group(4).length() == 2 ? DateParts.fullYear(c) : c;
        if (m.group(2).equals(".") || a > 12 || a == b) {
            return Optional.of(new Day(year, b, a));
        }
        return b > 12 || american ? Optional.of(new Day(year, a, b)) : Optional.empty();
    }

    private static Day day(Matcher m, int year, int month, int day) {
        return new Day(
                Integer.parseInt(m.group(year)), Integer.parseInt(m.group(month)), Integer.parseInt(m.group(day)));
    }

    private static Optional<Clock> clock(String text, Matcher m) {
        int hour = Integer.parseInt(m.group("hour"));
        var half = half(m);
        if (half != null) {
            if (hour > 12 && !half) {
                return Optional.empty();
            }
            hour = half ? (hour < 12 ? hour + 12 : hour) : hour % 12;
        }
        var second = m.group("second");
        var zone = zone(text, m.end());
        var offset = zone == null ? OptionalInt.of(isKorean(m) ? KOREA : 0) : Zones.seconds(zone);
        if (offset.isEmpty() && SIGNED.matcher(zone).find()) {
            return Optional.empty();
        }
        return Optional.of(new Clock(
                hour,
                Integer.parseInt(m.group("minute")),
                second == null ? 0 : Integer.parseInt(second),
                0,
                offset.orElse(0)));
    }

    private static boolean isKorean(Matcher m) {
        var before = m.group("before");
        return before != null && before.startsWith("오");
    }

    private static @Nullable String zone(String text, int behind) {
        var zone = ZONE.matcher(text).region(behind, text.length());
        return zone.find() ? zone.group(1) : null;
    }

    /** Whether it is after noon; null where it is not said. */
    private static @Nullable Boolean half(Matcher m) {
        var word = m.group("half") == null ? m.group("before") : m.group("half");
        if (word == null) {
            return null;
        }
        var key = plain(word);
        return AFTERNOON.contains(key) ? Boolean.TRUE : MORNING.contains(key) ? Boolean.FALSE : null;
    }

    private static boolean isHalf(String word) {
        return AFTERNOON.contains(plain(word)) || MORNING.contains(plain(word));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private record Day(int year, int month, int day) {
        Optional<DateParts> parts(Clock clock) {
            return DateParts.of(year, month, day, clock);
        }
    }
}
