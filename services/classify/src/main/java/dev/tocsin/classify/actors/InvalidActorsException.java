package dev.tocsin.classify.actors;

/** A list of actors that cannot be used; the message is one line that says file, line, key, reason and how to mend it. */
public final class InvalidActorsException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidActorsException(String message) {
        super(message);
    }
}
