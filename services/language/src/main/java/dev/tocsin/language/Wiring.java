package dev.tocsin.language;

import dev.tocsin.contracts.trace.Spans;
import dev.tocsin.language.detect.Detector;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes what the stage works with; the model is loaded before the first message, so that ready means ready. */
@Singleton
final class Wiring {
    @Produces
    @Singleton
    @Startup
    Detector detector(LanguageConfig config) {
        return Detector.load(config.languages(), config.maxChars(), config.threshold());
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Spans spans(InstantSource clock) {
        return Spans.of("language", System.getenv(), clock);
    }

    void close(@Disposes Spans spans) {
        spans.close();
    }
}
