package dev.tocsin.classify;

import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.classify.pack.PackFolder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes what the stage works with. */
@Singleton
final class Wiring {
    @Produces
    @Singleton
    Classifier classifier(ClassifyConfig config) throws InvalidPackException, BadTermException {
        return Classifier.of(PackFolder.read(config.packs()));
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
