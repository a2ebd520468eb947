package dev.tocsin.ingest.publish;

/** How the flight of an article ends, for the batches that wait for it. */
sealed interface Landing {
    /** What became of it. */
    record Told(Publication fate) implements Landing {}

    /** Its batch has not decided on it, or not yet: whoever waits publishes it himself. */
    record Postponed() implements Landing {}
}
