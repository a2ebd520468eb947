package dev.tocsin.classify.sameness;

/** The consonants of one word as they are read from it, in the classes of {@link SoundKey}, none twice in a row. */
final class Consonants {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;

    private final StringBuilder key = new StringBuilder(LONGEST);
    private final String word;

    Consonants(String word) {
        this.word = word;
    }

    /** The letter at a place of the word, a space beyond its end. */
    char at(int i) {
        return i < word.length() ? word.charAt(i) : ' ';
    }

    boolean isVowelAt(int i) {
        return "aeiouyаеиоуыэюяіїєөүұә".indexOf(at(i)) >= 0;
    }

    void add(char sound) {
        int length = key.length();
        if (length < LONGEST && (length == 0 || key.charAt(length - 1) != sound)) {
            key.append(sound);
        }
    }

    /** What was read, without a last s; empty where that is too little. */
    String key() {
        int length = key.length();
        if (length > SHORTEST && key.charAt(length - 1) == 's') {
            key.setLength(length - 1);
        }
        return key.length() < SHORTEST ? "" : key.toString();
    }
}
