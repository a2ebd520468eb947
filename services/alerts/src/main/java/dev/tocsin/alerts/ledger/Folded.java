package dev.tocsin.alerts.ledger;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text without case and marks, as names and offices are compared. */
final class Folded {
    private static final int LONGEST = 300;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    static List<String> words(String text) {
        var bounded = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
        var plain = MARKS.matcher(Normalizer.normalize(bounded, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ı', 'i')
                .replace('ł', 'l')
                .replace("ß", "ss");
        return Stream.of(GAPS.split(plain)).filter(w -> !w.isEmpty()).toList();
    }
}
