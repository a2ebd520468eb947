package dev.tocsin.notify.routing;

/** Says what is wrong in the routes file: file, line, key, reason, and how to mend it. */
public final class InvalidRoutesException extends Exception {
    InvalidRoutesException(String message) {
        super(message);
    }
}
