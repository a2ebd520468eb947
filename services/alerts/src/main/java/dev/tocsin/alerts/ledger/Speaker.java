package dev.tocsin.alerts.ledger;

/**
 * Who stands behind a figure or denies one.
 *
 * @param key the same in all languages: {@code office:}, {@code actor:} or {@code name:} and who it is
 * @param name for people, in English where it is known
 */
record Speaker(String key, String name) {
    static final String OFFICE = "office:";
    static final String ACTOR = "actor:";
    static final String NAME = "name:";

    /** The state of an office, after its id, where the text names one. */
    static final char OF = '@';

    /** What is said to be official, and nothing more. */
    static final Speaker OFFICIALS = new Speaker(OFFICE + "officials", "officials");
}
