package dev.tocsin.notify;

import dev.tocsin.contracts.trace.Spans;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the service its clock. */
final class Clocks {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Spans spans(Clock clock) {
        return Spans.of("notify", System.getenv(), clock);
    }

    void close(@Disposes Spans spans) {
        spans.close();
    }
}
