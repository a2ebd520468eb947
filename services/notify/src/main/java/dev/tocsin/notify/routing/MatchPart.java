package dev.tocsin.notify.routing;

import dev.tocsin.contracts.Alert;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads conditions, hours, times and durations of the routes file. */
final class MatchPart {
    static final Set<Alert.Status> ANY_STATUS = Set.copyOf(EnumSet.allOf(Alert.Status.class));

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|m|h|d)");
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private MatchPart() {}

    static Match read(YamlPart part, Set<Alert.Status> otherwise) throws InvalidRoutesException {
        var keys = part.keys("topics", "severity", "languages", "countries", "places", "origins", "status", "stories");
        var countries = texts(keys, "countries");
        for (var country : countries) {
            if (!COUNTRY.matcher(country).matches()) {
                throw keys.get("countries")
                        .mistake("holds '" + country + "', expected two capital letters (ISO 3166-1), such as KZ");
            }
        }
        var places = new HashSet<String>();
        texts(keys, "places").forEach(p -> places.add(p.toLowerCase(Locale.ROOT)));
        var statuses = new HashSet<Alert.Status>();
        if (keys.containsKey("status")) {
            for (var item : keys.get("status").items()) {
                statuses.add(item.word(Alert.Status.class));
            }
        }
        return new Match(
                texts(keys, "topics"),
                keys.containsKey("severity") ? keys.get("severity").word(Alert.Severity.class) : null,
                texts(keys, "languages"),
                countries,
                places,
                keys.containsKey("origins") ? keys.get("origins").number(0, 10_000) : 0,
                statuses.isEmpty() ? otherwise : statuses,
                texts(keys, "stories"));
    }

    static Hours hours(YamlPart part, Map<String, YamlPart> keys) throws InvalidRoutesException {
        var days = EnumSet.noneOf(DayOfWeek.class);
        if (keys.containsKey("days")) {
            for (var item : keys.get("days").items()) {
                days.add(day(item));
            }
        } else {
            days.addAll(EnumSet.allOf(DayOfWeek.class));
        }
        return new Hours(
                days,
                clock(YamlPart.needed(part, keys, "from")),
                clock(YamlPart.needed(part, keys, "to")),
                zone(YamlPart.needed(part, keys, "zone")));
    }

    private static DayOfWeek day(YamlPart part) throws InvalidRoutesException {
        for (var day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equalsIgnoreCase(part.text())) {
                return day;
            }
        }
        throw part.mistake("is '" + part.text() + "', expected one of mon, tue, wed, thu, fri, sat, sun");
    }

    static LocalTime clock(YamlPart part) throws InvalidRoutesException {
        if (!CLOCK.matcher(part.text()).matches()) {
            // YAML 1.1 takes 22:00 without quotes for a number of base 60, but what is read here is the text
            throw part.mistake("is '" + part.text() + "', expected a time such as \"07:30\"");
        }
        return LocalTime.parse(part.text());
    }

    static ZoneId zone(YamlPart part) throws InvalidRoutesException {
        try {
            return ZoneId.of(part.text());
        } catch (DateTimeException e) {
            throw part.mistake("is '" + part.text() + "', expected a time zone such as Europe/Rome or UTC");
        }
    }

    static Duration duration(YamlPart part) throws InvalidRoutesException {
        var match = DURATION.matcher(part.text());
        if (!match.matches()) {
            throw part.mistake("is '" + part.text() + "', expected a duration such as 30s, 5m, 2h or 1d");
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    static Instant instant(YamlPart part) throws InvalidRoutesException {
        try {
            return OffsetDateTime.parse(part.text())
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            throw part.mistake("is '" + part.text() + "', expected a time such as 2022-01-06T20:00:00+06:00");
        }
    }

    private static Set<String> texts(Map<String, YamlPart> keys, String key) throws InvalidRoutesException {
        return keys.containsKey(key) ? Set.copyOf(new HashSet<>(keys.get(key).texts())) : Set.of();
    }
}
