package dev.tocsin.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.MongoException;
import dev.tocsin.archive.keep.Erasing;
import dev.tocsin.archive.keep.Erasure;
import dev.tocsin.archive.keep.ErasureKey;
import dev.tocsin.archive.keep.Redaction;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Erases an article: first it is listed, so that it is taken in no more, then it is deleted, then what was made of it loses its words, then the
 * channels are told. Each step can be done again, and is, when all replicas know of it, by whichever of them looks first.
 */
@Singleton
final class Eraser {
    /** Longer than a replica may take to learn of it: what it took in meanwhile goes then. */
    private static final Duration SETTLED = Duration.ofSeconds(15);

    private static final List<String> MADE_OF_IT = List.of("stories", "alerts", "alert_heads");

    private final ErasureList list;
    private final KeptDocuments<Erasing> unsettled;
    private final Removals stored;
    private final Holds holds;
    private final Tombstones tombstones;
    private final Instance<Gone> besides;
    private final InstantSource clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("erasure").factory());

    Eraser(
            ErasureList list,
            KeptDocuments<Erasing> unsettled,
            Removals stored,
            Holds holds,
            Tombstones tombstones,
            @Any Instance<Gone> besides,
            InstantSource clock) {
        this.tombstones = tombstones;
        this.besides = besides;
        this.list = list;
        this.unsettled = unsettled;
        this.stored = stored;
        this.holds = holds;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {
        /** It belongs to stories that are held. */
        record IsHeld(List<String> stories) implements Outcome {}

        /**
         * It is gone.
         *
         * @param at when it was erased first
         * @param revisions that were deleted
         * @param stories that named it, and lost its words
         * @param alerts likewise, each revision counted
         * @param channels whether the broker has its tombstones; if not, they are written once more in a moment
         */
        record Wiped(String article, Instant at, long revisions, long stories, long alerts, boolean channels)
                implements Outcome {}
    }

    void start(@Observes StartupEvent event) {
        looks.scheduleWithFixedDelay(this::settle, 0, SETTLED.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    /** Empty where there is no such article, and never was one erased. */
    Optional<Outcome> erase(String article, String by, String reason) {
        if (!stored.has(article) && list.find(article).isEmpty()) {
            return Optional.empty();
        }
        var held = holds.of(article);
        if (!held.isEmpty()) {
            return Optional.of(new Outcome.IsHeld(held));
        }
        var titles = stored.titles(article).stream()
                .map(title -> ErasureKey.of(title).text())
                .sorted()
                .toList();
        var erasure = list.add(new Erasure(ErasureKey.of(article).text(), titles, by, reason, clock.instant()));
        unsettled.change(article, _ -> new Erasing(article, clock.instant()));
        var gone = wipe(article, erasure.at());
        Log.infof(
                "audit action=erase article=%s by=%s revisions=%d stories=%d alerts=%d channels=%b",
                erasure.key(), Holds.word(by), gone.revisions(), gone.stories(), gone.alerts(), gone.channels());
        return Optional.of(gone);
    }

    private Outcome.Wiped wipe(String article, Instant at) {
        long revisions = stored.delete(article);
        var counts = MADE_OF_IT.stream()
                .mapToLong(collection -> stored.redact(collection, article, this::redact))
                .toArray();
        besides.forEach(one -> one.gone(List.of(article)));
        return new Outcome.Wiped(article, at, revisions, counts[0], counts[1], tombstones.write(article));
    }

    private boolean redact(ObjectNode message) {
        return Redaction.apply(message, list.now());
    }

    /**
     * Looks once more for what was erased {@link #SETTLED} ago, by whichever process; what cannot be looked for, or told to
     * the channels, is tried again with the next look.
     */
    void settle() {
        try {
            var before = clock.instant().minus(SETTLED);
            for (var erasing : unsettled.all()) {
                if (!erasing.at().isAfter(before)
                        && wipe(erasing.article(), erasing.at()).channels()) {
                    unsettled.delete(erasing.article());
                }
            }
        } catch (MongoException | UncheckedIOException | IllegalStateException e) {
            // the store, the index, or a document that is none of ours
            Log.warnf("what was erased is looked for again later error=%s", e.getMessage());
        }
    }
}
