package dev.tocsin.classify.actors;

import java.util.List;

/** Writes names into a trie in the forms in which texts are looked up: whole, without the nominative's ending, and by sound. */
final class NameWriter {
    /** So that what a name sounds like is no one's spelling. */
    static final long SOUND = 0x5bd1e995_7f4a7c15L;

    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_STEM = 4;
    private static final int SHORTEST_ADJECTIVE = 3;

    private final NameTrie trie;
    private final Language language;
    private final char[] letters = new char[Words.LONGEST];
    private final long[] hashes = new long[Words.LONGEST + 1];
    private final char[] sound = new char[3 * Words.LONGEST + 4];

    NameWriter(NameTrie trie, Language language) {
        this.trie = trie;
        this.language = language;
    }

    /** A name in its nominative. */
    void name(String name, int entity, int flags) {
        var words = Words.of(name, LONGEST_NAME);
        if (words.size() == 0) {
            return;
        }
        int candidate = Candidates.of(entity, flags | writing(name, words));
        write(words, language.nominative(), 0, candidate);
        write(words, language.nominative(), SHORTEST_STEM, candidate);
    }

    /** An adjective or a people's name, in its dictionary form. */
    void demonym(String name, int entity) {
        var words = Words.of(name, LONGEST_NAME);
        int candidate = Candidates.of(entity, Candidates.DEMONYM | (language.capital() ? 0 : Candidates.SMALL));
        write(words, language.adjectiveEndings(), 0, candidate);
        write(words, language.adjectiveEndings(), SHORTEST_ADJECTIVE, candidate);
    }

    /**
     * How a name of one word sounds, where that tells it from others.
     *
     * @param shortest the least letters that its sound must have
     */
    void sound(String name, int entity, int flags, int shortest) {
        var words = Words.of(name, LONGEST_NAME);
        if (words.size() == 1) {
            int length = Sound.of(letters, words.fold(0, letters), "en", sound);
            if (length >= shortest) {
                trie.add(trie.childOrNew(NameTrie.ROOT, soundHash(sound, length)), Candidates.of(entity, flags));
            }
        }
    }

    static long soundHash(char[] sound, int length) {
        long hash = SOUND;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ sound[i]) * 0x100000001b3L;
        }
        return hash;
    }

    private static int writing(String name, Words words) {
        int flags = Character.isLowerCase(name.charAt(0)) ? Candidates.SMALL : 0;
        boolean letters = name.codePoints().anyMatch(Character::isUpperCase);
        boolean shortOne = words.end(words.size() - 1) - words.start(0) <= 3 || name.contains(".");
        return letters && shortOne && name.chars().noneMatch(Character::isLowerCase)
                ? flags | Candidates.CAPITALS
                : flags;
    }

    /** @param shortest how much of a word an ending must leave; 0 to leave all words whole */
    private void write(Words words, List<String> endings, int shortest, int candidate) {
        int node = NameTrie.ROOT;
        for (int i = 0; i < words.size(); i++) {
            int length = words.fold(i, letters);
            Words.hashes(letters, length, hashes);
            node = trie.childOrNew(node, hashes[shortest == 0 ? length : stem(length, endings, shortest)]);
        }
        trie.add(node, candidate);
    }

    private int stem(int length, List<String> endings, int shortest) {
        int longest = 0;
        for (var ending : endings) {
            if (ending.length() > longest && length - ending.length() >= shortest && endsWith(length, ending)) {
                longest = ending.length();
            }
        }
        return length - longest;
    }

    private boolean endsWith(int length, String ending) {
        for (int i = 0; i < ending.length(); i++) {
            if (letters[length - ending.length() + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
