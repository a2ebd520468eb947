package dev.tocsin.classify.sameness;

import java.text.Normalizer;

/** Folds letters, so that a text without its accents, or with its own habit of them, is still read. */
final class Letters {
    private static final int LATIN_END = 0x250;
    private static final int EXTENDED_START = 0x1E00;
    private static final int EXTENDED_END = 0x1F00;
    private static final char[] LATIN = table(0, LATIN_END);
    private static final char[] EXTENDED = table(EXTENDED_START, EXTENDED_END);

    private Letters() {}

    /** Lower case; Latin letters without their marks, Cyrillic ё as е, Arabic alef, teh and yeh in one form. */
    static char fold(char c) {
        if (c < LATIN_END) {
            return LATIN[c];
        }
        if (c >= EXTENDED_START && c < EXTENDED_END) {
            return EXTENDED[c - EXTENDED_START];
        }
        char lower = Character.toLowerCase(c);
        return switch (lower) {
            case 'ё' -> 'е';
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ة' -> 'ه';
            case 'ى' -> 'ي';
            default -> lower;
        };
    }

    private static char[] table(int from, int end) {
        var folded = new char[end - from];
        for (int c = from; c < end; c++) {
            folded[c - from] = plain(Character.toLowerCase((char) c));
        }
        return folded;
    }

    private static char plain(char lower) {
        // those that decomposition leaves alone
        return switch (lower) {
            case 'ı' -> 'i';
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            case 'đ', 'ð' -> 'd';
            case 'þ' -> 't';
            case 'ə', 'æ' -> 'a';
            case 'œ' -> 'o';
            default ->
                Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
        };
    }
}
