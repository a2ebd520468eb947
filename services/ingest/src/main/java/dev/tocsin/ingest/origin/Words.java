package dev.tocsin.ingest.origin;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** One word of each name, to tell at a glance whether a line may hold one of the names. */
final class Words {
    /** From Armenian on, scripts join words or do without blanks between them: there the glance tells nothing. */
    private static final int FIRST_OTHER_SCRIPT = 0x530;

    private final Set<String> words = new HashSet<>();

    private Words() {}

    /** The longest word of each name: the first is often no more than an article. */
    static Words of(Collection<String> names) {
        var longest = new Words();
        names.forEach(name -> longest.words.add(longest(name).toLowerCase(Locale.ROOT)));
        return longest;
    }

    private static String longest(String name) {
        var longest = "";
        for (int start = next(name, 0, true); start < name.length(); ) {
            int end = next(name, start, false);
            if (end - start > longest.length()) {
                longest = name.substring(start, end);
            }
            start = next(name, end, true);
        }
        return longest;
    }

    /** True also where it cannot tell. */
    boolean anyIn(String line) {
        for (int start = next(line, 0, true); start < line.length(); ) {
            if (line.charAt(start) >= FIRST_OTHER_SCRIPT) {
                return true;
            }
            int end = next(line, start, false);
            if (words.contains(line.substring(start, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
            start = next(line, end, true);
        }
        return false;
    }

    /** The next place that is, or is not, in a word. */
    private static int next(String text, int from, boolean word) {
        int i = from;
        while (i < text.length() && Character.isLetterOrDigit(text.charAt(i)) != word) {
            i++;
        }
        return i;
    }
}
