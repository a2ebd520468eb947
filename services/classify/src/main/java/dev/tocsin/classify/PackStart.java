package dev.tocsin.classify;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Has the packs read before the channels open, and tells everyone of those that only the folder knows. */
@Singleton
final class PackStart {
    private final Packs packs;

    PackStart(Packs packs) {
        this.packs = packs;
    }

    /** First of all: merely being made, the packs have been read, and a wrong one has ended the service. */
    void beforeChannelsOpen(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event, PackChannel channel) {
        channel.open();
        for (var pack : packs.classifier().packs()) {
            Log.infof(
                    "pack topic=%s version=%d signals=%d",
                    pack.id(), pack.version(), pack.signals().size());
        }
    }

    void afterChannelsOpen(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event, Outbox outbox) {
        for (var pack : packs.untold()) {
            outbox.send(pack).whenComplete((done, error) -> {
                if (error != null) {
                    Log.errorf("pack not published topic=%s error=%s", pack.id(), error.getMessage());
                }
            });
        }
    }
}
