package dev.tocsin.language.detect;

/**
 * What each kind of evidence adds to a language, in nats (natural logarithms of odds).
 *
 * @param model of one unit of the n-gram model's sums
 * @param spelling of one nat of the spelling's sums
 * @param of each kind of evidence, at the index that the constants say
 */
record Weights(double model, double spelling, double[] of) {
    /** A known word, by its length. */
    static final int WORD = 0;

    static final int LONGEST_WORD = 10;

    /** The longest known ending, by its length. */
    static final int ENDING = WORD + LONGEST_WORD + 1;

    /** The longest known beginning, by its length. */
    static final int BEGINNING = ENDING + Lexicon.LONGEST_AFFIX + 1;

    /** A word that is wholly known: by heart, or as a beginning and an ending; short, then long. */
    static final int WHOLE = BEGINNING + Lexicon.LONGEST_AFFIX + 1;

    /** A letter with a sign that the language lacks, then one of a to z. */
    static final int FOREIGN = WHOLE + 2;

    static final int FOREIGN_PLAIN = FOREIGN + 1;

    /** A character that only this language has among its neighbours. */
    static final int CHARACTER = FOREIGN_PLAIN + 1;

    static final int KINDS = CHARACTER + 1;

    static final Weights DEFAULT = new Weights(16, 0.33, new double[] {
        0, 0.5, 0.6, 0.5, 0.9, 1.5, 1.5, 1.3, 1.0, 1.0, 1.0, //
        0, 0.1, 0.35, 0.85, 1.35, 1.7, 1.6, 1.3, 1.0, //
        0, 0.6, 0.4, 0.45, 0.3, 0.9, 0.7, 0.6, 0.6, //
        1.6, 1.2, //
        -1.5, -0.9, //
        1.5
    });
}
