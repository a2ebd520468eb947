package dev.tocsin.classify.match;

/** A pack's term that is no usable query; the message says why and how to mend it. */
public final class BadTermException extends Exception {
    private static final long serialVersionUID = 1;

    private final String signal;
    private final String language;
    private final int index;

    BadTermException(String signal, String language, int index, String reason) {
        super(reason);
        this.signal = signal;
        this.language = language;
        this.index = index;
    }

    /** Id of the signal that the term belongs to. */
    public String signal() {
        return signal;
    }

    /** The language key that the term stands under. */
    public String language() {
        return language;
    }

    /** The term's place in its list, from 0. */
    public int index() {
        return index;
    }
}
