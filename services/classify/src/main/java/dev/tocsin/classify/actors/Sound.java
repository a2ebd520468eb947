package dev.tocsin.classify.actors;

/**
 * How a name sounds, roughly, whatever the alphabet and the habits of its language: consonants by their kind, vowels by the
 * mouth (a/o, e/i/y, u), no glides. {@code Tokayev}, {@code Tokajew}, {@code Toqaev} and {@code Токаев} are {@code takaev}.
 */
final class Sound {
    /** Shorter keys are those of many names; such names are found by their spellings alone. */
    static final int SHORTEST = 6;

    private Sound() {}

    /**
     * Writes the key of a folded word and tells its length.
     *
     * @param language of the text, because {@code ch} and {@code j} sound as the language has it
     * @param into has room for three times the word
     */
    static int of(char[] word, int length, String language, char[] into) {
        return vowels(into, consonants(into, Latin.spell(word, length, into), language));
    }

    /** Consonants by their kind, each at most once in a row; {@code h} only where nothing else says the sound. */
    private static int consonants(char[] word, int length, String language) {
        int n = 0;
        int i = 0;
        while (i < length) {
            char c = word[i];
            char next = i + 1 < length ? word[i + 1] : 0;
            char third = i + 2 < length ? word[i + 2] : 0;
            char said = c;
            int taken = 1;
            if (isSibilant(c)
                    || (c == 'c' && (next == 'z' || next == 's'))
                    || (c == 't' && next == 's' && third != 't')
                    || (c == 't' && next == 'z')
                    || (c == 't' && next == 'c' && third == 'h')
                    || (c == 'd' && (next == 'z' || next == 'j' || (next == 's' && third == 'c')))) {
                said = 's';
                while (i + taken < length && isHiss(word, i + taken, length)) {
                    taken++;
                }
            } else if (c == 'c') {
                if (next == 'h') {
                    taken = 2;
                    said = switch (language) {
                        case "de", "pl", "cs", "sk", "nl" -> 'h';
                        case "it", "ro" -> 'k';
                        default -> 's';
                    };
                } else {
                    taken = next == 'k' ? 2 : 1;
                    said = next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
                }
            } else if (c == 'k' || c == 'q') {
                said = next == 'h' ? 'h' : 'k';
                taken = next == 'h' ? 2 : 1;
            } else if (c == 'p' && next == 'h') {
                said = 'f';
                taken = 2;
            } else if (c == 'w') {
                said = 'v';
            } else if (c == 'j') {
                said = language.equals("es") ? 'h' : i == 0 ? 's' : 'i';
            } else if (c == 'y') {
                said = 'i';
            }
            i += taken;
            if (said != 'h' && (said < '0' || n == 0 || word[n - 1] != said)) {
                word[n++] = said;
            }
        }
        return n;
    }

    private static boolean isSibilant(char c) {
        return c == 's' || c == 'z';
    }

    private static boolean isHiss(char[] word, int i, int length) {
        char c = word[i];
        return isSibilant(c) || c == 'h' || (c == 'c' && i + 1 < length && (word[i + 1] == 'h' || word[i + 1] == 'z'));
    }

    /** Vowels by the mouth; {@code i} next to another is a glide, at the end of a word none is kept. */
    private static int vowels(char[] word, int length) {
        int n = 0;
        int i = 0;
        while (i < length) {
            if (!isVowel(word[i])) {
                word[n++] = word[i++];
                continue;
            }
            int from = i;
            while (i < length && isVowel(word[i])) {
                i++;
            }
            if (i < length) {
                n = vowel(word, from, i, n);
            }
        }
        return n;
    }

    private static int vowel(char[] word, int from, int to, int n) {
        if (to - from == 2 && word[from] == 'o' && (word[from + 1] == 'u' || word[from + 1] == 'o')) {
            word[n++] = 'u';
            return n;
        }
        int first = n;
        for (int i = from; i < to; i++) {
            char c = word[i];
            if (c == 'i' && to - from > 1 && hasOther(word, from, to)) {
                continue;
            }
            char said = c == 'o' ? 'a' : c == 'i' ? 'e' : c;
            if (n == first || word[n - 1] != said) {
                word[n++] = said;
            }
        }
        return n;
    }

    private static boolean hasOther(char[] word, int from, int to) {
        for (int i = from; i < to; i++) {
            if (word[i] != 'i') {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }
}
