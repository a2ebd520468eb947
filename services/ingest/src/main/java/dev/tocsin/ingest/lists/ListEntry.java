package dev.tocsin.ingest.lists;

/** One entry of a list of feeds: it is read, or it is refused and the others go on. */
public sealed interface ListEntry {
    /** Where it begins, from 1. */
    int line();

    record Listed(int line, ListedFeed feed) implements ListEntry {}

    /**
     * @param what it is called there
     * @param reason for people: key, value, remedy
     */
    record Refused(int line, String what, String reason) implements ListEntry {}
}
