package dev.tocsin.archive;

/** Nothing can be searched for now; the message says why, and it may pass. */
final class NoSearchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSearchException(String message) {
        super(message);
    }
}
