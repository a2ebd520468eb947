package dev.tocsin.archive;

/** Nothing has the id that was asked for; the message says what was looked for. */
final class NothingThereException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NothingThereException(String kind, String id) {
        super("there is no " + kind + " '" + id + "' in the archive");
    }
}
