package dev.tocsin.alerts.burst;

import java.time.Duration;
import java.util.Locale;

/** Counts and times in words. */
final class Words {
    private static final double TOO_FEW = 0.05;
    private static final int WHOLE_FROM = 10;

    private Words() {}

    static String articles(int count) {
        return count(count, "article");
    }

    static String count(int count, String of) {
        return count + " " + of + (count == 1 ? "" : "s");
    }

    /** "none", 0.3, 2, 14. */
    static String number(double articles) {
        if (articles < TOO_FEW) {
            return "none";
        }
        return articles < WHOLE_FROM
                ? String.format(Locale.ROOT, "%.1f", articles).replace(".0", "")
                : Long.toString(Math.round(articles));
    }

    /** "1 hour", "3 hours", "1 h 30 min", "45 minutes". */
    static String span(Duration time) {
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        if (hours == 0) {
            return count(minutes, "minute");
        }
        return minutes == 0 ? count(Math.toIntExact(hours), "hour") : hours + " h " + minutes + " min";
    }

    /** The same, with "an hour". */
    static String aSpan(Duration time) {
        return time.equals(Duration.ofHours(1)) ? "an hour" : span(time);
    }
}
