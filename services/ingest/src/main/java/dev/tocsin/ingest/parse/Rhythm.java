package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.xml.Element;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How often a feed says that it changes: RSS 2.0's {@code ttl} and {@code skip…}, and the Syndication module. */
final class Rhythm {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Set<Integer> skipHours = new TreeSet<>();
    private final Set<DayOfWeek> skipDays = EnumSet.noneOf(DayOfWeek.class);
    private @Nullable Duration ttl;
    private @Nullable Duration period;
    private int frequency = 1;

    void field(Element e) {
        switch (e.name()) {
            case "ttl" -> ttl = minutes(e.text());
            case "skiphours" -> each(e, "hour", this::hour);
            case "skipdays" -> each(e, "day", this::day);
            case "sy:updateperiod" -> period = period(e.text());
            case "sy:updatefrequency" -> frequency = Math.max(1, number(e.text()));
            default -> {
                // nothing about time
            }
        }
    }

    private static void each(Element e, String name, Consumer<String> reader) {
        for (var child : e.children()) {
            if (child instanceof Element c && c.name().equals(name)) {
                reader.accept(c.text());
            }
        }
    }

    /** The first RSS counted them from 1 to 24. */
    private void hour(String text) {
        int hour = number(text);
        if (hour >= 0 && hour <= 24) {
            skipHours.add(hour % 24);
        }
    }

    private void day(String text) {
        var name = text.toUpperCase(Locale.ROOT);
        for (var day : DayOfWeek.values()) {
            if (name.length() >= 3 && day.name().startsWith(name)) {
                skipDays.add(day);
            }
        }
    }

    private static @Nullable Duration minutes(String text) {
        int minutes = number(text);
        return minutes < 1 ? null : Duration.ofMinutes(minutes);
    }

    private static @Nullable Duration period(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> null;
        };
    }

    /** -1 for what is no number. */
    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    @Nullable
    Duration ttl() {
        return ttl;
    }

    Set<Integer> skipHours() {
        return skipHours;
    }

    Set<DayOfWeek> skipDays() {
        return skipDays;
    }

    @Nullable
    Duration updateEvery() {
        return period == null ? null : period.dividedBy(frequency);
    }
}
