package dev.tocsin.classify.match;

import dev.tocsin.contracts.Field;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The numbers of the terms that are worth trying on an article, by field. */
record Candidates(BitSet inTitle, BitSet inText) {
    /** What is done with one term in one field. */
    interface Trial {
        void of(Field field, int number);
    }

    static Candidates of(LanguageTerms terms, @Nullable String title, String text) {
        return new Candidates(terms.candidates(title), terms.candidates(text));
    }

    boolean isEmpty() {
        return inTitle.isEmpty() && inText.isEmpty();
    }

    Candidates without(BitSet numbers) {
        return new Candidates(without(inTitle, numbers), without(inText, numbers));
    }

    void forEach(Trial trial) {
        inTitle.stream().forEach(number -> trial.of(Field.TITLE, number));
        inText.stream().forEach(number -> trial.of(Field.TEXT, number));
    }

    private static BitSet without(BitSet some, BitSet others) {
        var rest = (BitSet) some.clone();
        rest.andNot(others);
        return rest;
    }
}
