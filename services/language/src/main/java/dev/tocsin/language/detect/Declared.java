package dev.tocsin.language.detect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much a feed's word on its own language is worth. */
final class Declared {
    /** In nats: right nineteen times in twenty. */
    private static final double WORTH = 3;

    /** Of English in nats: it is what publishing software says when nobody told it. */
    private static final double WORTH_OF_ENGLISH = 1.5;

    /** Tags that mean one of ours: a macrolanguage, and those that ISO 639-1 withdrew. */
    private static final Map<String, String> SAME =
            Map.of("no", "nb", "iw", "he", "in", "id", "tl", "fil", "cmn", "zh", "pes", "fa", "hr", "sr", "bs", "sr");

    private final List<String> tags;

    Declared(List<String> tags) {
        this.tags = tags;
    }

    /** Index of the language that a tag means; -1 for none of ours. */
    int indexOf(@Nullable String tag) {
        if (tag == null) {
            return -1;
        }
        var primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        int index = tags.indexOf(primary);
        return index >= 0 ? index : tags.indexOf(SAME.getOrDefault(primary, primary));
    }

    /** Adds what a feed says to the evidence, by language. */
    void add(@Nullable String tag, double[] evidence) {
        int index = indexOf(tag);
        if (index >= 0) {
            evidence[index] += tags.get(index).equals("en") ? WORTH_OF_ENGLISH : WORTH;
        }
    }
}
