package dev.tocsin.language.detect;

import java.util.List;

/**
 * Which languages lack a letter, and which have a character that their neighbours lack, each language a bit. Letters up
 * to Vietnamese have a table; those beyond are in one script's languages only.
 */
final class Letters {
    private static final int TABLE = 0x2000;

    private static final int FIRST_IDEOGRAPH = 0x3000;
    private static final int AFTER_IDEOGRAPHS = 0xA000;

    private final long[] lack = new long[TABLE];
    private final long[] have = new long[AFTER_IDEOGRAPHS - FIRST_IDEOGRAPH];

    /** @param files the first has bit 0 */
    static Letters of(List<LanguageFile> files) {
        var letters = new Letters();
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            for (int c = 0; c < TABLE; c++) {
                int kind = Chars.kind((char) c);
                if (!file.letters().isEmpty()
                        && kind < Chars.OTHER_LETTER
                        && file.scripts().contains(Chars.SCRIPTS.get(kind))
                        && file.letters().indexOf(c) < 0) {
                    letters.lack[c] |= 1L << i;
                }
            }
            for (char c : file.characters().toCharArray()) {
                letters.have[c - FIRST_IDEOGRAPH] |= 1L << i;
            }
        }
        return letters;
    }

    /** The languages that are written in the letter's script but do not use the letter. */
    long lacking(char letter) {
        return letter < TABLE ? lack[letter] : 0;
    }

    /** The languages that this character, of Chinese or Japanese, speaks for. */
    long having(char character) {
        boolean covered = character >= FIRST_IDEOGRAPH && character < AFTER_IDEOGRAPHS;
        return covered ? have[character - FIRST_IDEOGRAPH] : 0;
    }
}
