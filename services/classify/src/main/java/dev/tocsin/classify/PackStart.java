package dev.tocsin.classify;

import dev.tocsin.classify.match.Classifier;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Reads the packs before the channels open, and tells everyone which packs, in which version, are in force. */
@Singleton
final class PackStart {
    private final Classifier classifier;

    PackStart(Classifier classifier) {
        this.classifier = classifier;
    }

    /** First of all: merely being made, this bean has had the packs read, and a wrong one has ended the service. */
    void beforeChannelsOpen(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        for (var pack : classifier.packs()) {
            Log.infof(
                    "pack topic=%s version=%d signals=%d",
                    pack.id(), pack.version(), pack.signals().size());
        }
    }

    void afterChannelsOpen(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event, Outbox outbox) {
        for (var pack : classifier.packs()) {
            outbox.send(pack).whenComplete((done, error) -> {
                if (error != null) {
                    Log.errorf("pack not published topic=%s error=%s", pack.id(), error.getMessage());
                }
            });
        }
    }
}
