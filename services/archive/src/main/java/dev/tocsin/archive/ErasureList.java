package dev.tocsin.archive;

import dev.tocsin.archive.keep.Erasure;
import dev.tocsin.archive.keep.ErasureKey;
import dev.tocsin.archive.keep.Erasures;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was erased, on any replica: read again every few seconds, so that none of it is taken in. */
@Singleton
final class ErasureList {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final KeptDocuments<Erasure> kept;
    private final InstantSource clock;
    private Erasures known = Erasures.NONE;
    private @Nullable Instant readAt;

    ErasureList(KeptDocuments<Erasure> kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
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
    }

    private static List<String> union(List<String> some, List<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all.stream().sorted().toList();
    }
}
