package dev.tocsin.archive.text;

/**
 * How a name sounds, roughly, whatever the alphabet and the habits of its language: consonants by their kind, vowels by the mouth
 * (a/o, e/i/y, u), no glides, no vowel at the end. {@code Tokayev}, {@code Tokajew}, {@code Toqaev} and {@code Токаева} are
 * {@code takaev}. In the manner of Soundex (Russell, US patent 1,261,167 of 1918), but with vowels and without its cut at four signs.
 */
final class Sound {
    /**
     * A habit of spelling.
     *
     * @param ch is that of church, not that of loch
     * @param j at the beginning of a word is that of judge, not that of ja
     */
    record Habit(boolean ch, boolean j) {}

    private static final String[] SIBILANTS = {
        "tsch", "dsch", "sch", "tch", "dzh", "tsh", "dsh", "sh", "sz", "zh", "ts", "tz", "cz", "cs", "dz", "dj", "s",
        "z"
    };

    private final String word;
    private final Habit habit;
    private final StringBuilder key = new StringBuilder();

    private Sound(String word, Habit habit) {
        this.word = word;
        this.habit = habit;
    }

    /** The key of a word in lower case; empty where its letters are none that are known. */
    static String of(String word, Habit habit) {
        var sound = new Sound(Letters.latin(word), habit);
        int i = 0;
        if (habit.j() && sound.word.startsWith("j")) {
            sound.say('s');
            i = 1;
        }
        while (i < sound.word.length()) {
            i += isVowel(sound.word.charAt(i)) ? sound.vowels(i) : sound.consonant(i);
        }
        return sound.key.toString();
    }

    /**
     * The consonants of a key, in kinds that Arabic letters can tell too: they have neither the short vowels nor p and g. Kazakhstan
     * and Kazakistan, and نزارباييف and Nazarbayev, share these.
     */
    static String consonants(String key) {
        var consonants = new StringBuilder();
        for (char c : key.toCharArray()) {
            char kind = c == 'p' ? 'b' : c == 'g' ? 'k' : c;
            if (!isVowel(kind) && (consonants.isEmpty() || consonants.charAt(consonants.length() - 1) != kind)) {
                consonants.append(kind);
            }
        }
        return consonants.toString();
    }

    private int vowels(int from) {
        int to = from;
        while (to < word.length() && isVowel(word.charAt(to))) {
            to++;
        }
        var sounds = word.substring(from, to);
        if (to == word.length()) {
            return to - from;
        }
        if (sounds.equals("ou") || sounds.equals("oo")) {
            say('u');
            return 2;
        }
        boolean alone = sounds.chars().allMatch(c -> isGlide((char) c));
        for (char c : sounds.toCharArray()) {
            if (alone || !isGlide(c)) {
                say(c == 'o' ? 'a' : isGlide(c) ? 'e' : c);
            }
        }
        return to - from;
    }

    private int consonant(int i) {
        char c = word.charAt(i);
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        for (var sibilant : SIBILANTS) {
            if (word.startsWith(sibilant, i)) {
                say('s');
                return sibilant.length();
            }
        }
        switch (c) {
            case 'c' -> {
                if (next == 'h') {
                    say(habit.ch() ? 's' : 'k');
                    return 2;
                }
                say(next == 'e' || next == 'i' || next == 'y' ? 's' : 'k');
                return next == 'k' ? 2 : 1;
            }
            case 'k', 'q' -> say('k');
            case 'x' -> {
                say('k');
                say('s');
            }
            case 'p' -> {
                say(next == 'h' ? 'v' : 'p');
                return next == 'h' ? 2 : 1;
            }
            case 'w', 'f' -> say('v');
            case 'h' -> {}
            default -> {
                if (c >= 'a' && c <= 'z') {
                    say(c);
                }
            }
        }
        return 1;
    }

    private void say(char sound) {
        if (key.isEmpty() || key.charAt(key.length() - 1) != sound) {
            key.append(sound);
        }
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'o' || c == 'u' || c == 'e' || isGlide(c);
    }

    /** Between other vowels they are said with them: Tokayev, Tokajew, Tokaïev. */
    private static boolean isGlide(char c) {
        return c == 'i' || c == 'y' || c == 'j';
    }
}
