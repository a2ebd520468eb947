package dev.tocsin.ingest.edit;

import dev.tocsin.contracts.ArticleChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edit is. Another title is one, and so are other figures, however few words they are: a toll that rose is the
 * news itself. Other words are one where they are more than a repair: near copies are within 3 of the 64 bits of a
 * SimHash (Manku, Jain and Das Sarma, WWW 2007), which for two wordings of one text means about one word in a hundred.
 * Small repairs are measured against what was last published, so that many of them add up to an edit.
 */
public sealed interface Difference {
    /** The same words. */
    record None() implements Difference {}

    /** Too little to tell anybody. */
    record Small() implements Difference {}

    /** @param changes at least one */
    record Edit(List<ArticleChange> changes) implements Difference {}

    int NEAR_BITS = 3;
    int LONGEST_VALUE = 300;
    /** Words that a repair may add or take away, beside one in a hundred. */
    int REPAIRED_WORDS = 2;

    static Difference between(Wording before, @Nullable String oldTitle, Wording after, @Nullable String newTitle) {
        if (before.sameWords(after)) {
            return new None();
        }
        var changes = new ArrayList<ArticleChange>();
        if (before.title() != after.title()) {
            changes.add(new ArticleChange(ArticleChange.TITLE, cut(oldTitle), cut(newTitle)));
        }
        var gone = without(before.figureList(), after.figureList());
        var come = without(after.figureList(), before.figureList());
        if (!gone.isEmpty() || !come.isEmpty()) {
            changes.add(new ArticleChange(ArticleChange.FIGURES, values(gone), values(come)));
        }
        if (!isNear(before, after)) {
            changes.add(new ArticleChange(ArticleChange.TEXT, null, null));
        }
        return changes.isEmpty() ? new Small() : new Edit(List.copyOf(changes));
    }

    private static boolean isNear(Wording before, Wording after) {
        int grown = Math.abs(before.length() - after.length());
        return Long.bitCount(before.sketch() ^ after.sketch()) <= NEAR_BITS
                && grown <= REPAIRED_WORDS + before.length() / 100;
    }

    private static List<String> without(List<String> those, List<String> these) {
        return those.stream().filter(f -> !these.contains(f)).toList();
    }

    private static @Nullable String values(List<String> figures) {
        return figures.isEmpty() ? null : cut(String.join(", ", figures));
    }

    private static @Nullable String cut(@Nullable String value) {
        if (value == null || value.length() <= LONGEST_VALUE) {
            return value;
        }
        boolean splits = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1));
        return value.substring(0, splits ? LONGEST_VALUE - 1 : LONGEST_VALUE);
    }
}
