package dev.tocsin.classify;

import dev.tocsin.classify.actors.InvalidActorsException;
import dev.tocsin.classify.lab.Bench;
import dev.tocsin.classify.sameness.InvalidLexiconException;
import dev.tocsin.classify.understand.Understanding;
import dev.tocsin.contracts.trace.Spans;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes what the stage works with. */
@Singleton
final class Wiring {
    @Produces
    @Singleton
    Understanding understanding(ClassifyConfig config) throws InvalidActorsException, InvalidLexiconException {
        return Understanding.read(config.actors(), config.concepts());
    }

    @Produces
    @Singleton
    Bench bench(Understanding understanding) {
        return new Bench(understanding);
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Spans spans(InstantSource clock) {
        return Spans.of("classify", System.getenv(), clock);
    }

    void close(@Disposes Spans spans) {
        spans.close();
    }
}
