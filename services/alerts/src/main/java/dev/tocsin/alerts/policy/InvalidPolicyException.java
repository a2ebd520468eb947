package dev.tocsin.alerts.policy;

/** An alert policy that cannot be used; the message is one line that says file, line, key and reason. */
public final class InvalidPolicyException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidPolicyException(String message) {
        super(message);
    }
}
