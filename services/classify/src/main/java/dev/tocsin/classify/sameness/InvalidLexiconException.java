package dev.tocsin.classify.sameness;

/** A lexicon cannot be used as it is written; the message names file, notion and reason in one line. */
public final class InvalidLexiconException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidLexiconException(String message) {
        super(message);
    }
}
