package dev.tocsin.ingest.charset;

/** What an encoding was chosen for. */
public enum Evidence {
    /** The byte order mark at the start. */
    MARK,
    /** The {@code charset} of the Content-Type header. */
    HEADER,
    /** The XML declaration or a {@code meta} element. */
    DECLARATION,
    /** Nothing but the bytes themselves: they are well-formed in it, or look most like text in it. */
    BYTES
}
