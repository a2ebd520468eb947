package dev.tocsin.classify.sameness;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of months and weekdays in one language, as the platform's CLDR has them, and inflected. */
final class Calendar {
    private static final int SHORTEST = 3;
    private static final int ENDING = 3;
    private static final int BEGINNINGS = 1 << 12;
    /** Shorter ones are too like other words to be inflected. */
    private static final int SHORTEST_STEM = 4;

    /** The hashes of all first letters there are; most words can so be passed over at once. */
    private final BitSet beginnings = new BitSet(BEGINNINGS);

    private final Map<String, Month> months = new HashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();

    Calendar(String language) {
        var locale = Locale.of(language);
        for (var style : new TextStyle[] {TextStyle.FULL, TextStyle.FULL_STANDALONE}) {
            for (var month : Month.values()) {
                add(months, month.getDisplayName(style, locale), language, month);
            }
            for (var day : DayOfWeek.values()) {
                add(weekdays, day.getDisplayName(style, locale), language, day);
            }
        }
    }

    /** Under the name itself, and its stem where it is long enough for one. */
    private <T> void add(Map<String, T> names, String name, String language, T value) {
        var words = Words.of(name, name.length(), language);
        if (words.isEmpty() || words.getFirst().kind() != Word.Kind.LETTERS) {
            return;
        }
        var word = words.getFirst().form();
        names.putIfAbsent(word, value);
        if (word.length() >= SHORTEST) {
            beginnings.set(beginning(word));
        }
        if (word.length() > SHORTEST_STEM) {
            names.putIfAbsent(word.substring(0, word.length() - 1), value);
        }
    }

    @Nullable
    Month month(String word) {
        return find(months, word);
    }

    @Nullable
    DayOfWeek weekday(String word) {
        return find(weekdays, word);
    }

    /** Whether a word may be one of the names. */
    boolean mayKnow(String word) {
        return word.length() >= SHORTEST && beginnings.get(beginning(word));
    }

    private static int beginning(String word) {
        return ((word.charAt(0) * 31 + word.charAt(1)) * 31 + word.charAt(2)) & BEGINNINGS - 1;
    }

    private static <T> @Nullable T find(Map<String, T> names, String word) {
        for (int length = word.length(); length >= Math.max(SHORTEST, word.length() - ENDING); length--) {
            var known = names.get(word.substring(0, length));
            if (known != null && (length == word.length() || length >= SHORTEST_STEM)) {
                return known;
            }
        }
        return null;
    }
}
