package dev.tocsin.classify.match;

/** A term that cannot be read; the message says why and how to mend it. */
final class TermSyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    TermSyntaxException(String reason) {
        super(reason);
    }
}
