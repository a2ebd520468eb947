package dev.tocsin.classify.actors;

import java.text.Normalizer;

/** Letters in lower case and without their marks, one for one, so that offsets stay what they are: {@code ł} is {@code l}. */
public final class Folding {
    private static final int TABLE = 0x600;
    private static final int LATIN_EXTENDED = 0x1e00;
    private static final int LATIN_EXTENDED_END = 0x2000;
    /** Letters without a decomposition, each before its base. */
    private static final String SPECIALS = "ıiłløođdðdßsæaœoəaħhŋnþt";

    private static final char[] FOLDED = table(0, TABLE);
    private static final char[] ADDITIONAL = table(LATIN_EXTENDED, LATIN_EXTENDED_END);

    private Folding() {}

    /** The letter's base, such as {@code и} for {@code Й} and {@code o} for {@code Ø}; scripts without case stay as they are. */
    public static char of(char letter) {
        if (letter < TABLE) {
            return FOLDED[letter];
        }
        if (letter >= LATIN_EXTENDED && letter < LATIN_EXTENDED_END) {
            return ADDITIONAL[letter - LATIN_EXTENDED];
        }
        return letter;
    }

    /** A word whose every letter is folded. */
    public static String of(String word) {
        var folded = new char[word.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = of(word.charAt(i));
        }
        return new String(folded);
    }

    private static char[] table(int from, int to) {
        var table = new char[to - from];
        for (int c = from; c < to; c++) {
            // a letter that is lowered to two, such as İ, has its mark taken off first
            var base = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFD)
                    .charAt(0);
            var lower = Character.toLowerCase(base);
            int special = SPECIALS.indexOf(lower);
            table[c - from] = special >= 0 && special % 2 == 0 ? SPECIALS.charAt(special + 1) : lower;
        }
        return table;
    }
}
