package dev.tocsin.ingest.edit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether two titles may head one article, whose givers shorten them and put their own names behind. */
public final class Titles {
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Titles() {}

    /** Whether most words of the shorter one are in the other; false where one is missing. */
    public static boolean agree(@Nullable String one, @Nullable String other) {
        var a = words(one);
        var b = words(other);
        int shorter = Math.min(a.size(), b.size());
        var common = new HashSet<>(a);
        common.retainAll(b);
        return shorter > 0 && 2 * common.size() > shorter;
    }

    private static Set<String> words(@Nullable String title) {
        return title == null
                ? Set.of()
                : WORD_BREAK
                        .splitAsStream(title.toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
    }
}
