package dev.tocsin.classify.actors;

/** One word's letters with the hash of each of its stems; made once and filled again for each word. */
final class WordForms {
    private static final int MOST_STEMS = 6;

    private final Endings endings;
    private final char[] letters = new char[Words.LONGEST];
    private final long[] hashes = new long[Words.LONGEST + 1];
    private final int[] lengths = new int[MOST_STEMS];
    private final int[] kinds = new int[MOST_STEMS];
    private int count;

    WordForms(Endings endings) {
        this.endings = endings;
    }

    void of(Words words, int word) {
        int length = words.fold(word, letters);
        Words.hashes(letters, length, hashes);
        count = endings.stems(letters, length, lengths, kinds);
    }

    int count() {
        return count;
    }

    /** The hash of the whole word. */
    long hash() {
        return hash(0);
    }

    long hash(int form) {
        return hashes[lengths[form]];
    }

    /** Of what a form is the stem, as {@link Endings} says. */
    int kind(int form) {
        return kinds[form];
    }

    int length() {
        return lengths[0];
    }

    int length(int form) {
        return lengths[form];
    }

    int[] lengths() {
        return lengths;
    }

    char[] letters() {
        return letters;
    }
}
