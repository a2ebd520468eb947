package dev.tocsin.classify.sameness;

import java.util.Map;

/**
 * The key that one name has in all its spellings: its consonants in rough classes, so that Tokayev, Tokaev, Tokajew and
 * Токаев agree. In the manner of Soundex (Russell, US patent 1,261,167 of 1918), but over Latin and Cyrillic, without
 * its cut at four characters, and without the sounds that h, kh, ch and х stand for, which languages write at will. A
 * last s is no part of it, because it may be a case, a plural or a possessive. Other scripts have no key.
 */
final class SoundKey {
    private static final Map<String, Endings> ENDINGS = Endings.read();

    private SoundKey() {}

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
        var sounds = new Consonants(stem);
        char first = stem.charAt(0);
        if (first >= 'a' && first <= 'z') {
            new LatinSounds(stem, language, sounds).read();
        } else if (Character.UnicodeScript.of(first) == Character.UnicodeScript.CYRILLIC) {
            new CyrillicSounds(stem, sounds).read();
        }
        return sounds.key();
    }
}
