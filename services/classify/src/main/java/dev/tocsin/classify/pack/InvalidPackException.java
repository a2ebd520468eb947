package dev.tocsin.classify.pack;

import java.nio.file.Path;

/** A topic pack that cannot be used; the message is one line that says file, line, key, reason and how to mend it. */
public final class InvalidPackException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Mistake mistake;

    InvalidPackException(String message) {
        this(message, new Mistake(null, null, message));
    }

    InvalidPackException(Path file, int line, String key, String reason) {
        this(file + " line " + line + ": '" + key + "' " + reason, new Mistake(line, key, reason));
    }

    InvalidPackException(String message, Mistake mistake) {
        super(message);
        this.mistake = mistake;
    }

    /** The same in parts. */
    public Mistake mistake() {
        return mistake;
    }
}
