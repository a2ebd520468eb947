package dev.tocsin.archive.query;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words to search for, compared without regard to case, accents or the width of letters, in any script; a word is also
 * found inside a longer one, which suits endings and scripts that write no spaces.
 */
public final class Words {
    private static final int MOST_WORDS = 10;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private Words() {}

    /** The different words of a search phrase, folded; at most ten. */
    static List<String> of(String phrase) {
        var words = Arrays.stream(SPACE.split(fold(phrase)))
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
        if (words.size() > MOST_WORDS) {
            throw new BadParameterException(
                    "q", "has " + words.size() + " words, the most is " + MOST_WORDS + "; leave out the common ones");
        }
        return words;
    }

    /** True when each of the folded words stands in the title or in the text. */
    public static boolean allIn(List<String> words, String title, String text) {
        if (words.isEmpty()) {
            return true;
        }
        var folded = fold(title + "\n" + text);
        return words.stream().allMatch(folded::contains);
    }

    private static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
