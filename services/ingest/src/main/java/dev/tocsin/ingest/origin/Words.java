package dev.tocsin.ingest.origin;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The first words of names, to tell at a glance whether a line may hold one of the names. */
final class Words {
    /** From Armenian on, scripts join words or do without blanks between them: there the glance tells nothing. */
    private static final int FIRST_OTHER_SCRIPT = 0x530;

    private final Set<String> words = new HashSet<>();

    private Words() {}

    static Words beginning(Collection<String> names) {
        var first = new Words();
        for (var name : names) {
            int start = next(name, 0, true);
            first.words.add(name.substring(start, next(name, start, false)).toLowerCase(Locale.ROOT));
        }
        return first;
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
