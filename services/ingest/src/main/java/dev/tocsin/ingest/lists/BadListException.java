package dev.tocsin.ingest.lists;

/** A list that cannot be read at all; the message says where, why and how to mend it. */
public final class BadListException extends Exception {
    private static final long serialVersionUID = 1;

    BadListException(String message) {
        super(message);
    }

    BadListException(String message, Throwable cause) {
        super(message, cause);
    }
}
