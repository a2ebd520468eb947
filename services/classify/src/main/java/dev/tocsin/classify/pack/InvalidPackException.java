package dev.tocsin.classify.pack;

/** A topic pack that cannot be used; the message is one line that says file, line, key, reason and how to mend it. */
public final class InvalidPackException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidPackException(String message) {
        super(message);
    }
}
