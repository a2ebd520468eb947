package dev.tocsin.classify.actors;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which given names a person has, by their spelling and their sound. */
final class GivenNames {
    private final Set<Long> known = new HashSet<>();

    static GivenNames of(List<Entry> entries) {
        var names = new GivenNames();
        var letters = new char[Words.LONGEST];
        var sound = new char[3 * Words.LONGEST + 4];
        for (int i = 0; i < entries.size(); i++) {
            for (var name : entries.get(i).givens()) {
                var words = Words.of(name, Words.LONGEST);
                for (int w = 0; w < words.size(); w++) {
                    names.known.add(key(i, sound(letters, words.fold(w, letters), "en", sound)));
                }
            }
        }
        return names;
    }

    /**
     * Whether a word may be a given name of a person, in any case.
     *
     * @param buffer to write sounds into
     */
    boolean has(int entity, char[] word, int[] stems, int stemCount, String language, char[] buffer) {
        for (int i = 0; i < stemCount; i++) {
            if (known.contains(key(entity, sound(word, stems[i], language, buffer)))) {
                return true;
            }
        }
        return false;
    }

    private static long sound(char[] word, int length, String language, char[] sound) {
        return NameWriter.soundHash(sound, Sound.of(word, length, language, sound));
    }

    private static long key(int entity, long sound) {
        return sound * 31 + entity;
    }
}
