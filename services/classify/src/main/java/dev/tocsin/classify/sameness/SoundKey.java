package dev.tocsin.classify.sameness;

import java.util.Map;
import java.util.Set;

/**
 * The key that one name has in all its spellings: its consonants in rough classes, so that Tokayev, Tokaev, Tokajew and
 * Токаев agree. In the manner of Soundex (Russell, US patent 1,261,167 of 1918), but over Latin and Cyrillic, without
 * its cut at four characters, and without the sounds that h, kh, ch and х stand for, which languages write at will. A
 * last s is no part of it, because it may be a case, a plural or a possessive. Other scripts have no key.
 */
final class SoundKey {
    static final int SHORTEST = 2;
    private static final int LONGEST = 12;

    /** Where j is the sound of y, which is no consonant here. */
    private static final Set<String> SOFT_J =
            Set.of("de", "pl", "cs", "sk", "hr", "sl", "nl", "sv", "fi", "no", "da", "hu", "lt", "lv", "et");

    /** Where ch is the sound of church or of shirt; elsewhere it is that of loch, or a k. */
    private static final Set<String> SIBILANT_CH = Set.of("en", "es", "pt", "fr", "tr");

    /** Where c is ts before any letter, but for the clusters of foreign names. */
    private static final Set<String> SOFT_C = Set.of("pl", "cs", "sk", "hr", "sl");

    private static final Map<String, Endings> ENDINGS = Endings.read();
    private static final String CYRILLIC = "бвгғґдђжҗзкқлљмнњңпрстћфцчџшщґ";
    private static final String CYRILLIC_SOUNDS = "bvgggdsssskkllmnnnprstsfsssssg";

    private final StringBuilder key = new StringBuilder(LONGEST);
    private final String word;
    private final String language;

    private SoundKey(String word, String language) {
        this.word = word;
        this.language = language;
    }

    /**
     * The key of a name.
     *
     * @param word in lower case and without marks, as {@link Word} has it
     * @param language ISO 639-1, because j and ch sound as the language has it, and endings are its own
     * @return lower-case Latin letters; empty where the script has no key or too little is left
     */
    static String of(String word, String language) {
        var endings = ENDINGS.get(language);
        var stem = endings == null ? word : endings.strip(word);
        var sound = new SoundKey(stem, language);
        char first = stem.charAt(0);
        if (first >= 'a' && first <= 'z') {
            sound.latin();
        } else if (Character.UnicodeScript.of(first) == Character.UnicodeScript.CYRILLIC) {
            sound.cyrillic();
        }
        return sound.key();
    }

    private String key() {
        int length = key.length();
        if (length > SHORTEST && key.charAt(length - 1) == 's') {
            key.setLength(length - 1);
        }
        return key.length() < SHORTEST ? "" : key.toString();
    }

    private void add(char sound) {
        int length = key.length();
        if (length < LONGEST && (length == 0 || key.charAt(length - 1) != sound)) {
            key.append(sound);
        }
    }

    private char at(int i) {
        return i < word.length() ? word.charAt(i) : ' ';
    }

    private void cyrillic() {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int known = CYRILLIC.indexOf(c);
            if (i == 0 && known < 0) {
                initialVowel(c);
            } else if (c == 'д' && at(i + 1) == 'ж') {
                add('s');
                i++;
            } else if (c == 'к' && at(i + 1) == 'в' && i == 0) {
                add('k');
                i++;
            } else if (known >= 0) {
                add(CYRILLIC_SOUNDS.charAt(known));
            }
        }
    }

    private void initialVowel(char c) {
        switch (c) {
            case 'я', 'ю', 'й', 'ї', 'є' -> add('s');
            case 'у', 'ў' -> add(isVowel(at(1)) ? 'v' : 'a');
            case 'х', 'һ' -> {}
            default -> add('a');
        }
    }

    private void latin() {
        int i = 0;
        while (i < word.length()) {
            i += latin(i);
        }
    }

    /** Adds the sound that starts here, and says how many letters it took. */
    private int latin(int i) {
        char c = word.charAt(i);
        switch (c) {
            case 'a', 'e', 'i', 'o', 'u' -> {
                if (i == 0) {
                    add('a');
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
                if (at(i + 1) == 'h') {
                    return 2;
                }
                add('k');
            }
            case 'q' -> {
                add('k');
                return at(i + 1) == 'u' ? 2 : 1;
            }
            case 'x' -> {
                if (i > 0) {
                    add('k');
                }
                add('s');
            }
            case 'p' -> {
                add(at(i + 1) == 'h' ? 'f' : 'p');
                return at(i + 1) == 'h' ? 2 : 1;
            }
            case 'g' -> add(at(i + 1) == 'e' && i + 2 == word.length() ? 's' : 'g');
            case 'w' -> {
                if (!language.equals("en") || i == 0 || !isVowel(at(i - 1)) || isVowel(at(i + 1))) {
                    add('v');
                }
            }
            default -> {
                if (c >= 'a' && c <= 'z') {
                    add(c);
                }
            }
        }
        return 1;
    }

    private void glide(int i) {
        boolean opensName = i == 0 && isVowel(at(1));
        if (opensName) {
            add(at(1) == 'e' && (word.charAt(0) == 'y' || SOFT_J.contains(language)) ? 'a' : 's');
        } else if (i == 0) {
            add('a');
        } else if (word.charAt(i) == 'j' && !SOFT_J.contains(language)) {
            add('s');
        }
    }

    private int c(int i) {
        char next = at(i + 1);
        if (next == 'h') {
            if (SIBILANT_CH.contains(language)) {
                add('s');
            }
            return 2;
        }
        if (next == 'k' || next == 'q') {
            add('k');
            return 2;
        }
        if (next == 'z') {
            add('s');
            return 2;
        }
        boolean soft = next == 'e' || next == 'i' || next == 'y' || language.equals("tr");
        boolean softBySpelling = SOFT_C.contains(language) && next != 'r' && next != 'l';
        add(soft || softBySpelling ? 's' : 'k');
        return 1;
    }

    private int sibilant(int i) {
        add('s');
        if (word.startsWith("sch", i) && !language.equals("it")) {
            return 3;
        }
        char next = at(i + 1);
        return next == 'h' || next == 'z' ? 2 : 1;
    }

    private int dental(int i) {
        for (var cluster : new String[] {"tsch", "dsch", "tch", "dzh", "tsh", "dsh", "ts", "tz", "dz", "dj"}) {
            if (word.startsWith(cluster, i)) {
                add('s');
                return cluster.length();
            }
        }
        add(word.charAt(i));
        return 1;
    }

    private static boolean isVowel(char c) {
        return "aeiouyаеиоуыэюяіїєөүұә".indexOf(c) >= 0;
    }
}
