package dev.tocsin.ingest.page;

/** How sure an element's own name is that it is not part of the article. */
enum Suspicion {
    NONE,
    /** Its class or id has a word of page furniture. */
    NAMED,
    /** Its tag, role or state says so. */
    DECLARED
}
