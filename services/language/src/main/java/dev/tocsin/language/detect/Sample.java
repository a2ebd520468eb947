package dev.tocsin.language.detect;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an article as the evidence is looked for in it: lower-case, links and addresses taken out, numbers and
 * white space one space each, of repetitions two characters; and a census of it. Made in one pass over a bounded piece
 * of the text, so that no text is dear.
 */
final class Sample {
    /** How much more than is kept may be read, for texts full of links or invisible characters. */
    private static final int READ_PER_KEPT = 3;

    /** Characters that programs and markup are full of and newspapers hardly print. */
    private static final String PROGRAM_CHARACTERS = "{}[]<>=;_\\|$#^~`";

    /** What a number counts for: a year in a short sentence does not make it a table. */
    private static final int COUNTED_DIGITS = 2;

    private static final String APOSTROPHES = "\u2019\u2018\u02BB\u02BC`\u00B4";

    private static final int LATIN = Chars.indexOf(UnicodeScript.LATIN);
    private static final int HAN = Chars.indexOf(UnicodeScript.HAN);
    private static final int KANA = Chars.indexOf(UnicodeScript.HIRAGANA);
    private static final int THAI = Chars.indexOf(UnicodeScript.THAI);

    /** Japanese prose has half its letters in kana; a Chinese text that names a Japanese product has a few. */
    private static final double KANA_SHARE = 0.05;

    /** What a Chinese character counts for against letters: a word in letters has so many for each character. */
    private static final int LETTERS_PER_CHARACTER = 3;

    private final String raw;
    private final char[] kept;
    private final int[] perScript = new int[Chars.OTHER_LETTER + 1];
    private int length = 1;
    private int letters;
    private int visible;
    private int program;
    private int words = 1;
    private int digits;
    private int lastLetter = Chars.OTHER_LETTER;

    private Sample(String raw, int maxChars) {
        this.raw = raw;
        kept = new char[maxChars + 2];
        kept[0] = ' ';
        read(maxChars);
        space();
        Misread.mend(kept, length);
    }

    /** The first so many characters that are left of title and text. */
    static Sample of(@Nullable String title, String text, int maxChars) {
        int most = maxChars * READ_PER_KEPT;
        var read = new StringBuilder(Math.min(most, text.length() + 200));
        if (title != null && !title.isBlank()) {
            read.append(title, 0, Math.min(title.length(), most)).append('\n');
        }
        read.append(text, 0, Math.min(text.length(), Math.max(0, most - read.length())));
        return new Sample(composed(read), maxChars);
    }

    private static String composed(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0300' && c <= '\u036F') {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text.toString();
    }

    private void read(int maxChars) {
        for (int i = 0; i < raw.length() && length <= maxChars; i++) {
            char c = raw.charAt(i);
            if (Links.isAddress(raw, i, kept[length - 1] == ' ')) {
                takeBack();
                i = Links.endOfAddress(raw, i);
                space();
            } else if (c == '<' && Links.endOfMarkup(raw, i) > 0) {
                i = Links.endOfMarkup(raw, i);
                space();
            } else {
                take(c);
            }
        }
    }

    private void take(char c) {
        int kind = Chars.kind(c);
        switch (kind) {
            case Chars.INVISIBLE -> {}
            case Chars.SPACE -> space();
            case Chars.DIGIT -> {
                visible += ++digits <= COUNTED_DIGITS ? 1 : 0;
                gap();
            }
            case Chars.MARK -> {
                // the vowels of Hindi, which is often mixed with English names
                if (keep(c)) {
                    perScript[lastLetter]++;
                }
            }
            case Chars.SIGN -> {
                if (keep(plain(c))) {
                    visible++;
                    program += PROGRAM_CHARACTERS.indexOf(c) >= 0 ? 1 : 0;
                }
            }
            default -> {
                if (keep(Chars.lower(c))) {
                    letters++;
                    visible++;
                    perScript[kind]++;
                    lastLetter = kind;
                    words += kind == HAN || kind == KANA || kind == THAI ? 1 : 0;
                }
            }
        }
        digits = kind == Chars.DIGIT ? digits : 0;
    }

    /** Apostrophes have as many characters as keyboards; half of a pair is an emoji's or a rare script's. */
    private static char plain(char sign) {
        if (Character.isSurrogate(sign)) {
            return ' ';
        }
        return APOSTROPHES.indexOf(sign) >= 0 ? '\'' : sign;
    }

    /** Whether it was kept, rather than one repetition too many. */
    private boolean keep(char c) {
        boolean third = length >= 2 && kept[length - 1] == c && kept[length - 2] == c;
        if (third || c == ' ' && kept[length - 1] == ' ') {
            return false;
        }
        kept[length++] = c;
        return true;
    }

    private void space() {
        words += kept[length - 1] == ' ' ? 0 : 1;
        gap();
    }

    /** What a number leaves: no n-gram goes over it, but it does not part encoded data into words. */
    private void gap() {
        if (kept[length - 1] != ' ' && length < kept.length) {
            kept[length++] = ' ';
        }
    }

    /** Takes back the scheme of a link, or the name before an {@code @}. */
    private void takeBack() {
        while (Links.isOfAddress(kept[length - 1])) {
            length--;
            if (Chars.isLetter(Chars.kind(kept[length]))) {
                letters--;
                perScript[LATIN]--;
            }
            visible--;
        }
    }

    /** The characters, between spaces; not to be written to. */
    char[] chars() {
        return kept;
    }

    int length() {
        return length;
    }

    /** The script that most of it is in, an index into {@link Chars#SCRIPTS}; -1 if in none of them. */
    int script() {
        return script(-1);
    }

    /** As {@link #script()}, another one than this. */
    int script(int otherThan) {
        int best = -1;
        for (int s = 0; s < Chars.SCRIPTS.size(); s++) {
            if (s != otherThan && weight(s) > (best < 0 ? 0 : weight(best))) {
                best = s;
            }
        }
        return best;
    }

    /** How many letters are of a script; characters of Chinese and Japanese count for several, and for one of the two. */
    int weight(int script) {
        int eastAsian = perScript[HAN] + perScript[KANA];
        boolean japanese = perScript[KANA] > KANA_SHARE * eastAsian;
        if (script == HAN) {
            return japanese ? 0 : LETTERS_PER_CHARACTER * eastAsian;
        }
        if (script == KANA) {
            return japanese ? LETTERS_PER_CHARACTER * eastAsian : 0;
        }
        return perScript[script];
    }

    /** Whether it is prose, rather than figures, program text or encoded data, which are in no language. */
    boolean isProse() {
        return Prose.is(letters, visible, program, words);
    }
}
