package dev.tocsin.classify.sameness;

import java.util.Set;

/** Reads the consonants of a word in Latin letters, as its language sounds them. */
final class LatinSounds {
    /** Where j is the sound of y, which is no consonant here. */
    private static final Set<String> SOFT_J =
            Set.of("de", "pl", "cs", "sk", "hr", "sl", "nl", "sv", "fi", "no", "da", "hu", "lt", "lv", "et");

    /** Where ch is the sound of church or of shirt; elsewhere it is that of loch, or a k. */
    private static final Set<String> SIBILANT_CH = Set.of("en", "es", "pt", "fr", "tr");

    /** Where c is ts before any letter, but for the clusters of foreign names. */
    private static final Set<String> SOFT_C = Set.of("pl", "cs", "sk", "hr", "sl");

    private final String word;
    private final String language;
    private final Consonants sounds;

    LatinSounds(String word, String language, Consonants sounds) {
        this.word = word;
        this.language = language;
        this.sounds = sounds;
    }

    void read() {
        int i = 0;
        while (i < word.length()) {
            i += read(i);
        }
    }

    /** Adds the sound that starts here, and says how many letters it took. */
    private int read(int i) {
        char c = word.charAt(i);
        switch (c) {
            case 'a', 'e', 'i', 'o', 'u' -> {
                if (i == 0) {
                    sounds.add('a');
                }
            }
            case 'y', 'j' -> glide(i);
            case 'h' -> {}
            case 'c' -> {
                return c(i);
            }
            case 's', 'z' -> {
                return sibilant(i);
            }
            case 'd', 't' -> {
                return dental(i);
            }
            case 'k' -> {
                if (sounds.at(i + 1) == 'h') {
                    return 2;
                }
                sounds.add('k');
            }
            case 'q' -> {
                sounds.add('k');
                return sounds.at(i + 1) == 'u' ? 2 : 1;
            }
            case 'x' -> {
                if (i > 0) {
                    sounds.add('k');
                }
                sounds.add('s');
            }
            case 'p' -> {
                sounds.add(sounds.at(i + 1) == 'h' ? 'f' : 'p');
                return sounds.at(i + 1) == 'h' ? 2 : 1;
            }
            case 'g' -> sounds.add(sounds.at(i + 1) == 'e' && i + 2 == word.length() ? 's' : 'g');
            case 'w' -> {
                if (!language.equals("en") || i == 0 || !sounds.isVowelAt(i - 1) || sounds.isVowelAt(i + 1)) {
                    sounds.add('v');
                }
            }
            default -> {
                if (c >= 'a' && c <= 'z') {
                    sounds.add(c);
                }
            }
        }
        return 1;
    }

    private void glide(int i) {
        boolean opensName = i == 0 && sounds.isVowelAt(1);
        if (opensName) {
            sounds.add(sounds.at(1) == 'e' && (word.charAt(0) == 'y' || SOFT_J.contains(language)) ? 'a' : 's');
        } else if (i == 0) {
            sounds.add('a');
        } else if (word.charAt(i) == 'j' && !SOFT_J.contains(language)) {
            sounds.add('s');
        }
    }

    private int c(int i) {
        char next = sounds.at(i + 1);
        if (next == 'h') {
            if (SIBILANT_CH.contains(language)) {
                sounds.add('s');
            }
            return 2;
        }
        if (next == 'k' || next == 'q') {
            sounds.add('k');
            return 2;
        }
        if (next == 'z') {
            sounds.add('s');
            return 2;
        }
        boolean soft = next == 'e' || next == 'i' || next == 'y' || language.equals("tr");
        boolean softBySpelling = SOFT_C.contains(language) && next != 'r' && next != 'l';
        sounds.add(soft || softBySpelling ? 's' : 'k');
        return 1;
    }

    private int sibilant(int i) {
        sounds.add('s');
        if (word.startsWith("sch", i) && !language.equals("it")) {
            return 3;
        }
        char next = sounds.at(i + 1);
        return next == 'h' || next == 'z' ? 2 : 1;
    }

    private int dental(int i) {
        for (var cluster : new String[] {"tsch", "dsch", "tch", "dzh", "tsh", "dsh", "ts", "tz", "dz", "dj"}) {
            if (word.startsWith(cluster, i)) {
                sounds.add('s');
                return cluster.length();
            }
        }
        sounds.add(word.charAt(i));
        return 1;
    }
}
