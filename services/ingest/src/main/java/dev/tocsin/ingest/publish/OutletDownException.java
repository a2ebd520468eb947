package dev.tocsin.ingest.publish;

/** Nothing can be sent now; the message says why. */
public final class OutletDownException extends Exception {
    private static final long serialVersionUID = 1;

    public OutletDownException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
