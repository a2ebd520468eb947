package dev.tocsin.classify.sameness;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The days a text names. A day without a year is the one nearest to publication, a weekday the last one up to it;
 * where publication is not known they stay what they are, in the truncated forms of ISO 8601:2000: {@code --11-16} for
 * 16 November, {@code -W-3} for Wednesday.
 */
final class Dates {
    private static final Map<String, Calendar> CALENDARS = new ConcurrentHashMap<>();
    private static final int HALF_A_YEAR = 183;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final List<Word> words;
    private final @Nullable LocalDate published;
    private final Calendar calendar;
    private final Set<String> days = new HashSet<>();
    private final Set<Integer> figures = new HashSet<>();

    private Dates(List<Word> words, String tongue, @Nullable Instant publishedAt) {
        this.words = words;
        published = publishedAt == null ? null : LocalDate.ofInstant(publishedAt, ZoneOffset.UTC);
        calendar = CALENDARS.computeIfAbsent(tongue, Calendar::new);
    }

    /** @param tongue one of the lexicon's languages, for calendars are kept; empty for all others */
    static Dates of(List<Word> words, String tongue, @Nullable Instant publishedAt) {
        var dates = new Dates(words, tongue, publishedAt);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).kind() == Word.Kind.LETTERS) {
                dates.word(i);
            } else if (words.get(i).kind() == Word.Kind.IDEOGRAPHS) {
                dates.ideographs(i);
            }
        }
        return dates;
    }

    /** The days, each once. */
    Set<String> days() {
        return days;
    }

    /** The places among the words of figures that are part of a date. */
    Set<Integer> figures() {
        return figures;
    }

    private void word(int i) {
        var form = words.get(i).form();
        if (!calendar.mayKnow(form)) {
            return;
        }
        var month = calendar.month(form);
        if (month != null) {
            day(month, i);
            return;
        }
        var weekday = calendar.weekday(form);
        if (weekday != null) {
            days.add(
                    published == null
                            ? "-W-" + weekday.getValue()
                            : published
                                    .with(TemporalAdjusters.previousOrSame(weekday))
                                    .toString());
        }
    }

    /** The day stands before the month, with or without a word between, or behind it. */
    private void day(Month month, int at) {
        for (int i : new int[] {at - 1, at - 2, at + 1}) {
            int day = figure(i, 1, 31);
            if (day > 0) {
                figures.add(i);
                int year = year(Math.max(at, i));
                add(year, month.getValue(), day);
                return;
            }
        }
    }

    private int year(int last) {
        for (int i = last + 1; i <= last + 2; i++) {
            int year = figure(i, FIRST_YEAR, LAST_YEAR);
            if (year > 0) {
                figures.add(i);
                return year;
            }
        }
        return 0;
    }

    /** 1月6日 is a figure, a run that is or begins with 月, a figure, and 日. */
    private void ideographs(int i) {
        if (words.get(i).form().equals("月")
                && i + 2 < words.size()
                && words.get(i + 2).form().startsWith("日")) {
            int month = figure(i - 1, 1, 12);
            int day = figure(i + 1, 1, 31);
            if (month > 0 && day > 0) {
                figures.add(i - 1);
                figures.add(i + 1);
                boolean yearBefore = i > 2 && words.get(i - 2).form().equals("年");
                int year = yearBefore ? figure(i - 3, FIRST_YEAR, LAST_YEAR) : 0;
                add(year, month, day);
            }
        }
    }

    private void add(int year, int month, int day) {
        try {
            if (year > 0) {
                days.add(LocalDate.of(year, month, day).toString());
            } else if (published == null) {
                days.add(MonthDay.of(month, day).toString());
            } else {
                days.add(nearest(MonthDay.of(month, day), published).toString());
            }
        } catch (DateTimeException e) {
            // 30 February is no day
        }
    }

    private static LocalDate nearest(MonthDay day, LocalDate published) {
        var sameYear = day.atYear(published.getYear());
        long ahead = ChronoUnit.DAYS.between(published, sameYear);
        int years = ahead > HALF_A_YEAR ? -1 : ahead < -HALF_A_YEAR ? 1 : 0;
        return day.atYear(published.getYear() + years);
    }

    private int figure(int i, int least, int most) {
        if (i < 0 || i >= words.size() || words.get(i).kind() != Word.Kind.FIGURE) {
            return 0;
        }
        var form = words.get(i).form();
        if (form.length() > 4 || form.indexOf('.') >= 0) {
            return 0;
        }
        int value = Integer.parseInt(form);
        return value >= least && value <= most ? value : 0;
    }
}
