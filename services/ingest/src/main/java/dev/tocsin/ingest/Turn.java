package dev.tocsin.ingest;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Names one claim of one feed for all time. Whoever claims a feed must know its last turn, and writes the next; whoever
 * records a poll must still have the turn. So one unique key decides who may, on every store, without transactions.
 */
final class Turn {
    private static final String NOBODY = "new";

    private Turn() {}

    static String first(String feed) {
        return feed + "." + NOBODY;
    }

    static String next(String feed) {
        return feed + "." + Long.toString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
    }
}
