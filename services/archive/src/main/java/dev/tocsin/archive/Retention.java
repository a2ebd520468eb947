package dev.tocsin.archive;

import com.mongodb.MongoException;
import dev.tocsin.archive.keep.Lease;
import dev.tocsin.archive.keep.Rules;
import dev.tocsin.archive.keep.Swept;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes away what is over, now and then, on one replica at a time. */
@Singleton
final class Retention {
    private static final String LEASE = "retention";
    private static final Duration LEASED = Duration.ofMinutes(2);
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final Rules rules;
    private final ArchiveConfig.Retention config;
    private final ArticleWalk walk;
    private final OldStories old;
    private final Removals stored;
    private final Holds holds;
    private final KeptDocuments<Lease> leases;
    private final KeptDocuments<Swept> swept;
    private final Instance<Gone> besides;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final String self = UUID.randomUUID().toString();
    private @Nullable Thread running;

    Retention(
            Rules rules,
            ArchiveConfig config,
            ArticleWalk walk,
            OldStories old,
            Removals stored,
            Holds holds,
            KeptDocuments<Lease> leases,
            KeptDocuments<Swept> swept,
            @Any Instance<Gone> besides,
            InstantSource clock,
            MeterRegistry meters) {
        this.rules = rules;
        this.config = config.retention();
        this.walk = walk;
        this.old = old;
        this.stored = stored;
        this.holds = holds;
        this.leases = leases;
        this.swept = swept;
        this.besides = besides;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        if (rules.end()) {
            running = Thread.ofVirtual().name("retention").start(this::nowAndThen);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (running != null) {
            running.interrupt();
        }
    }

    Rules rules() {
        return rules;
    }

    /** What came of the last time; empty where there was none. */
    Optional<Swept> last() {
        return swept.find(LEASE);
    }

    /** What would go now. Nothing is changed. */
    Swept look() {
        var begun = clock.instant();
        return sweep(true).swept(true, begun, clock.instant());
    }

    /** Takes away what is over; empty while another replica does, or this one. */
    Optional<Swept> run() {
        if (!mine()) {
            return Optional.empty();
        }
        try {
            var begun = clock.instant();
            var done = sweep(false).swept(false, begun, clock.instant());
            count("articles", done.byAge() + done.byCount());
            count("stories", done.stories());
            count("alerts", done.alerts());
            swept.change(LEASE, before -> done);
            Log.infof(
                    "audit action=retention articles=%d stories=%d alerts=%d held=%d",
                    done.byAge() + done.byCount(), done.stories(), done.alerts(), done.held());
            return Optional.of(done);
        } finally {
            leases.delete(LEASE);
        }
    }

    private Swept.Count sweep(boolean dry) {
        return new RetentionSweep(
                        rules,
                        walk,
                        old,
                        stored,
                        holds.held(),
                        dry,
                        clock,
                        dry ? () -> !stopping() : this::mine,
                        ids -> besides.forEach(one -> one.gone(ids)))
                .run();
    }

    /** Whether it is this replica's turn, which it says again with each batch. */
    private boolean mine() {
        var lease = leases.change(LEASE, before -> Lease.asked(before, self, clock.instant(), LEASED));
        return !stopping() && lease != null && lease.owner().equals(self);
    }

    private static boolean stopping() {
        return Thread.currentThread().isInterrupted();
    }

    /** {@code tocsin_retention_removed_total}, by kind: articles, stories, alerts. */
    private void count(String kind, long number) {
        meters.counter("tocsin.retention.removed", "kind", kind).increment(number);
    }

    private void nowAndThen() {
        try {
            Thread.sleep(FIRST);
            while (true) {
                try {
                    run();
                } catch (MongoException e) {
                    Log.warnf("retention broke off error=%s", e.getMessage());
                }
                Thread.sleep(config.every());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
