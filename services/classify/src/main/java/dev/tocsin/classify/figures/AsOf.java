package dev.tocsin.classify.figures;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The day a sentence speaks of: 7 January 2022; Friday; yesterday. The last two, and a date without a year, need the day of publication. */
final class AsOf {
    private final Sentence sentence;
    private final @Nullable LocalDate published;

    AsOf(Sentence sentence, @Nullable Instant publishedAt) {
        this.sentence = sentence;
        this.published =
                publishedAt == null ? null : publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The day named nearest to a token, or null. */
    @Nullable
    LocalDate near(int token) {
        LocalDate nearest = null;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < sentence.size(); i++) {
            int distance = Math.abs(i - token);
            var day = distance < least ? at(i) : null;
            if (day != null) {
                nearest = day;
                least = distance;
            }
        }
        return nearest;
    }

    private @Nullable LocalDate at(int at) {
        var day = sentence.sense(at, Sense.Day.class);
        if (day == null) {
            return null;
        }
        return switch (day.unit()) {
            case MONTH -> date(at, day.value());
            case WEEKDAY ->
                published == null ? null : published.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day.value())));
            case FROM_TODAY -> published == null ? null : published.plusDays(day.value());
        };
    }

    private @Nullable LocalDate date(int at, int month) {
        int next = sentence.after(at);
        int before = sentence.sign(at - 1, ".") ? at - 2 : at - 1;
        int day = number(before);
        boolean dayFirst = day >= 1 && day <= 31;
        if (!dayFirst) {
            day = number(next);
            next += 1;
        }
        if (sentence.sign(next, ",")) {
            next++;
        }
        int year = number(next);
        boolean named = year >= 1900 && year <= 2100;
        if (day < 1 || day > 31 || !named && published == null) {
            return null;
        }
        try {
            var date = LocalDate.of(named || published == null ? year : published.getYear(), month, day);
            boolean future = !named && published != null && date.isAfter(published.plusDays(1));
            return future ? date.minusYears(1) : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int number(int at) {
        if (at < 0 || at >= sentence.size() || sentence.token(at).kind() != Token.Kind.DIGITS) {
            return -1;
        }
        var word = sentence.token(at).word();
        return word.length() <= 4 && word.chars().allMatch(Character::isDigit) ? Integer.parseInt(word) : -1;
    }
}
