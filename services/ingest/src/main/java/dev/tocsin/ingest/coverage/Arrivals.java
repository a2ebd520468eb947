package dev.tocsin.ingest.coverage;

import java.time.Instant;

/** Told of new articles as they are published, so that what is usual can be learnt. */
@FunctionalInterface
public interface Arrivals {
    /**
     * @param feed its id
     * @param count of articles that nobody had seen before, at least 1
     */
    void arrived(String feed, int count, Instant at);
}
