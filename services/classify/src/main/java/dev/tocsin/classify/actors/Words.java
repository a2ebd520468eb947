package dev.tocsin.classify.actors;

import java.util.Arrays;

/**
 * The words of a text with their offsets, folded, and with a hash of each of their beginnings, so that a stem is looked up
 * without being made. A word is a run of letters and digits; scripts that write without spaces give a word a character.
 */
public final class Words {
    /** Of longer words only the beginning counts: no name is as long. */
    public static final int LONGEST = 48;

    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private final String text;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;

    private Words(String text) {
        this.text = text;
    }

    /** @param most how many UTF-16 units are read; what stands behind them is not looked at */
    public static Words of(String text, int most) {
        var words = new Words(text);
        int length = Math.min(text.length(), most);
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                i++;
            } else if (standsAlone(c)) {
                words.add(i, ++i);
            } else {
                int start = i++;
                while (i < length && continues(text.charAt(i))) {
                    i++;
                }
                words.add(start, i);
            }
        }
        return words;
    }

    private static boolean continues(char c) {
        if (c < 0x300) {
            return Character.isLetterOrDigit(c) && !(c >= 0x2b0);
        }
        return (Character.isLetterOrDigit(c) && !standsAlone(c) && c != '\u02bc')
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Whether a character of the scripts from Thai on, which have no spaces, is a word by itself. */
    private static boolean standsAlone(char c) {
        return (c >= 0xe00 && c < 0xf00) || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800) || isEast(c);
    }

    private static boolean isEast(char c) {
        return c >= 0x2e80 && c < 0xd7b0;
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    public int size() {
        return size;
    }

    /** First UTF-16 unit of a word. */
    public int start(int word) {
        return starts[word];
    }

    /** One past the last. */
    public int end(int word) {
        return ends[word];
    }

    /** The first index of a word that starts at an offset or behind it. */
    public int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }

    /** A word's folded form, cut to {@link #LONGEST}. */
    public String folded(int word) {
        var buffer = new char[LONGEST];
        return new String(buffer, 0, fold(word, buffer));
    }

    /** Writes a word's folded letters, marks left out, and tells how many they are. */
    int fold(int word, char[] into) {
        int n = 0;
        for (int i = starts[word]; i < ends[word] && n < LONGEST; i++) {
            char c = text.charAt(i);
            if (c < 0x300 || Character.getType(c) != Character.NON_SPACING_MARK) {
                into[n++] = Folding.of(c);
            }
        }
        return n;
    }

    /** Writes the hash of each beginning of a word: of n letters at n. */
    static void hashes(char[] word, int length, long[] into) {
        long hash = BASIS;
        into[0] = hash;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ word[i]) * PRIME;
            into[i + 1] = hash;
        }
    }

    /** Whether it begins as names do: with a capital, or in a script that has none. */
    boolean isName(int word) {
        char c = text.charAt(starts[word]);
        return c < 0x5b ? c >= 'A' && c <= 'Z' : !isSmall(c);
    }

    /** Georgian has capitals for whole headlines only, and its letters count as small ones in Unicode. */
    private static boolean isSmall(char c) {
        return Character.isLowerCase(c) && !(c >= 0x10d0 && c < 0x1100);
    }

    /** Whether it is one letter with a dot. */
    boolean isInitial(int word) {
        return ends[word] - starts[word] == 1 && ends[word] < text.length() && text.charAt(ends[word]) == '.';
    }

    boolean hasCase(int word) {
        return Character.isUpperCase(text.charAt(starts[word]));
    }

    boolean isAllCapitals(int word) {
        for (int i = starts[word]; i < ends[word]; i++) {
            if (isSmall(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether this word and the next may be of one name: between them are spaces, a hyphen, an apostrophe, an initial's dot. */
    boolean adjoins(int word) {
        if (word < 0 || word + 1 >= size || starts[word + 1] - ends[word] > 2) {
            return false;
        }
        for (int i = ends[word]; i < starts[word + 1]; i++) {
            char c = text.charAt(i);
            boolean dot = c == '.' && ends[word] - starts[word] <= 2;
            if (c != ' ' && c != '\u00a0' && c != '-' && c != '\u2010' && c != '\'' && c != '’' && c != '‘' && !dot) {
                return false;
            }
        }
        return true;
    }
}
