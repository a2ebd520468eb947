package dev.tocsin.classify.actors;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Writes words of any alphabet in Latin letters, one letter after another: Cyrillic by a table, all others as ICU does. */
final class Latin {
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґғқңұүһөәўџјљњђћѓќ";
    private static final String[] CYRILLIC_LATIN =
            ("a b v g d e zh z i i k l m n o p r s t u f h s s s s - i - e iu ia e ie i i g g k n u u h"
                            + " o a v s i l n s s g k")
                    .split(" ");
    private static final char[][] LETTERS = letters();

    private Latin() {}

    /** Writes a folded word and tells the length; into has room for three times the word. */
    static int spell(char[] word, int length, char[] into) {
        int n = 0;
        for (int i = 0; i < length && n < into.length - 4; i++) {
            char c = word[i];
            if (c == 'x') {
                into[n++] = 'k';
                into[n++] = 's';
            } else if (c < 0x80) {
                into[n++] = c;
            } else if (c >= 0x400 && c < 0x530) {
                if (c == 'д' && i + 1 < length && word[i + 1] == 'ж') {
                    continue;
                }
                for (char letter : LETTERS[c - 0x400]) {
                    into[n++] = letter;
                }
            } else {
                for (char letter : Foreign.letters(c)) {
                    into[n++] = letter;
                }
            }
        }
        return n;
    }

    private static char[][] letters() {
        var letters = new char[0x130][];
        Arrays.fill(letters, new char[0]);
        for (int i = 0; i < CYRILLIC.length(); i++) {
            letters[CYRILLIC.charAt(i) - 0x400] =
                    CYRILLIC_LATIN[i].equals("-") ? new char[0] : CYRILLIC_LATIN[i].toCharArray();
        }
        return letters;
    }

    /** The letters of all other scripts, as ICU writes them in Latin ones; made when the first of them is met. */
    private static final class Foreign {
        private static final int MOST = 4096;
        private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
        private static final Map<Character, char[]> KNOWN = new HashMap<>();

        static synchronized char[] letters(char c) {
            var known = KNOWN.get(c);
            if (known == null) {
                known = LATIN.transliterate(String.valueOf(c))
                        .replaceAll("[^a-z]", "")
                        .toCharArray();
                if (KNOWN.size() < MOST) {
                    KNOWN.put(c, known);
                }
            }
            return known;
        }
    }
}
