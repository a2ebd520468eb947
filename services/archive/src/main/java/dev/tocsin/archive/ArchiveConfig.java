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

    /** How long dead letters are kept with what became of them; forgotten then, whether they wait or not. */
    @WithDefault("90d")
    Duration deadLettersKept();

    /** How a store that is down is waited for before the channel fails and the service is not ready. */
    Retry retry();

    /** How the archive is gone through when a desk asks for it. */
    Reclassify reclassify();

    /** The pace of going through the archive with a newer pack. */
    interface Reclassify {
        /** Articles that are on their way at once, 1 to 1000: no live article waits behind more of them. */
        @WithDefault("64")
        int inFlight();

        /** The longest wait for their answers; without a single one the request fails then. */
        @WithDefault("60s")
        Duration patience();
    }

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
