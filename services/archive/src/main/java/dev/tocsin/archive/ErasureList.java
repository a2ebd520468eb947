package dev.tocsin.archive;

import com.mongodb.MongoException;
import dev.tocsin.archive.keep.Erasure;
import dev.tocsin.archive.keep.ErasureKey;
import dev.tocsin.archive.keep.Erasures;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was erased, on any replica: read again every few seconds, so that none of it is taken in, and whoever must know is told. */
@Singleton
final class ErasureList {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final KeptDocuments<Erasure> kept;
    private final Instance<Erased> listeners;
    private final InstantSource clock;
    private Erasures known = Erasures.NONE;
    private @Nullable Instant readAt;
    private Set<String> told = Set.of();
    private @Nullable Thread watching;

    ErasureList(KeptDocuments<Erasure> kept, @Any Instance<Erased> listeners, InstantSource clock) {
        this.kept = kept;
        this.listeners = listeners;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        watching = Thread.ofVirtual().name("erasures").start(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        if (watching != null) {
            watching.interrupt();
        }
    }

    /** All erasures, a few seconds old at most. */
    synchronized Erasures now() {
        var at = readAt;
        if (at == null || !clock.instant().isBefore(at.plus(FRESH))) {
            read();
        }
        return known;
    }

    List<Erasure> all() {
        return kept.all();
    }

    Optional<Erasure> find(String article) {
        return kept.find(ErasureKey.of(article).text());
    }

    /** Adds one; what is there already stays, and gets the titles that are new. */
    synchronized Erasure add(Erasure erasure) {
        var now = Objects.requireNonNull(kept.change(
                erasure.key(),
                before -> before == null
                        ? erasure
                        : new Erasure(
                                before.key(),
                                union(before.titles(), erasure.titles()),
                                before.by(),
                                before.reason(),
                                before.at())));
        read();
        return now;
    }

    private void read() {
        known = new Erasures(kept.all());
        readAt = clock.instant();
        var keys = known.keys();
        var fresh = new HashSet<>(keys);
        fresh.removeAll(told);
        told = keys;
        for (var key : fresh) {
            listeners.forEach(listener -> listener.erased(new ErasureKey(key)));
        }
    }

    private void watch() {
        try {
            while (true) {
                try {
                    now();
                } catch (MongoException e) {
                    Log.debugf("store not read error=%s", e.getMessage());
                }
                Thread.sleep(FRESH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> union(List<String> some, List<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all.stream().sorted().toList();
    }
}
