package dev.tocsin.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of the archive. */
@ConfigMapping(prefix = "tocsin.archive")
interface ArchiveConfig {
    /** The MongoDB database. */
    @WithDefault("tocsin")
    String database();

    /**
     * How many articles one search with {@code q} reads at most, newest first; 1 or more. A search that reaches it answers
     * with what it found and a cursor to go on with.
     */
    @WithDefault("20000")
    int searchDepth();

    /** How a store that is down is waited for before the channel fails and the service is not ready. */
    Retry retry();

    /** The bounds of waiting. Each attempt takes up to {@code quarkus.mongodb.server-selection-timeout} on top. */
    interface Retry {
        /** Attempts in all, 1 or more. */
        @WithDefault("20")
        int attempts();

        /** The wait after the first failure; it doubles with each further one. */
        @WithDefault("200ms")
        Duration first();

        /** The longest wait. */
        @WithDefault("5s")
        Duration ceiling();
    }
}
