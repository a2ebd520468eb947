package dev.tocsin.local.replay;

/** A scenario that cannot be played, with one line for people: what, where and how to mend it. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String message) {
        super(message);
    }
}
