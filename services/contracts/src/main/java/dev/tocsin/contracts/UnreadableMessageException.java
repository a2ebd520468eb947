package dev.tocsin.contracts;

/** The bytes on a channel are not the message that the channel carries; the message of this exception says why. */
public final class UnreadableMessageException extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableMessageException(String reason) {
        super(reason);
    }

    public UnreadableMessageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
