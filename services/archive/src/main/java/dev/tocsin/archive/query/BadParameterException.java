package dev.tocsin.archive.query;

/** A query parameter that cannot be used; the message says which, what it is, and what it should be. */
public final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String parameter;

    public BadParameterException(String parameter, String detail) {
        super("'" + parameter + "' " + detail);
        this.parameter = parameter;
    }

    /** The parameter's name, as the client wrote it. */
    public String parameter() {
        return parameter;
    }
}
