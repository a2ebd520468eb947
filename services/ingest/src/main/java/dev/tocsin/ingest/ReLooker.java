package dev.tocsin.ingest;

import com.mongodb.MongoException;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.ingest.publish.Draft;
import dev.tocsin.ingest.publish.OutletDownException;
import dev.tocsin.ingest.publish.Publication;
import dev.tocsin.ingest.publish.Publisher;
import dev.tocsin.ingest.reading.PageReader;
import dev.tocsin.ingest.relook.Look;
import dev.tocsin.ingest.relook.LookJudge;
import dev.tocsin.ingest.relook.ReLook;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;

/**
 * Looks again at the pages of articles that rang. A look is leased, so that replicas share them; who dies in the middle
 * leaves it to whoever comes after, and the same finding is published under the same revision.
 */
@ApplicationScoped
class ReLooker {
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    /** Looks for which the due ones are sought together. */
    private static final int AT_ONCE = 100;

    private final PageReader pages;
    private final AlertReader alerts;
    private final ReLookStore store;
    private final KafkaShelf shelf;
    private final LookJudge judge;
    private final Publisher publisher;
    private final IngestConfig.ReLook config;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("relook-", 0).factory());
    private Instant tidied = Instant.EPOCH;

    ReLooker(
            PageReader pages,
            AlertReader alerts,
            ReLookStore store,
            KafkaShelf shelf,
            LookJudge judge,
            Publisher publisher,
            IngestConfig config,
            IngestMetrics metrics,
            InstantSource clock) {
        this.pages = pages;
        this.alerts = alerts;
        this.store = store;
        this.shelf = shelf;
        this.judge = judge;
        this.publisher = publisher;
        this.config = config.relook();
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        if (config.enabled()) {
            threads.execute(() -> forEver(alerts::read));
            threads.execute(() -> forEver(this::lookAtWhatIsDue));
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        threads.shutdownNow();
    }

    /** The one place where a neighbour that is down is waited for. */
    private void forEver(Runnable work) {
        boolean down = false;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    work.run();
                    down = false;
                } catch (MongoException | KafkaException e) {
                    if (!down && !Thread.currentThread().isInterrupted()) {
                        Log.warnf("re-looks wait error=%s", e.getMessage());
                    }
                    down = true;
                }
                Thread.sleep(config.tick());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtWhatIsDue() {
        var now = clock.instant();
        if (now.isAfter(tidied.plus(TIDY_EVERY))) {
            store.index();
            store.forgetBefore(now.minus(REMEMBERED));
            tidied = now;
        }
        for (var turn : store.due(now, AT_ONCE)) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            store.claim(turn, clock.instant().plus(config.lease())).ifPresent(this::look);
        }
    }

    private void look(ReLook look) {
        try {
            var reading = pages.read(look.url());
            var now = clock.instant();
            var found = judge.judge(look, reading, now);
            if (found.finding() == null) {
                store.record(found.after(), found.next());
            } else {
                publish(look, found, now);
            }
        } catch (MongoException | KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            // It stays leased, and is tried again when the lease ends.
            Log.errorf(e, "re-look broke article=%s", look.id());
        }
    }

    private void publish(ReLook look, Look found, Instant now) {
        var last = last(look.id());
        if (last.isEmpty()) {
            Log.warnf("re-look has nothing to revise, the channel has dropped it article=%s", look.id());
            store.record(found.after(), found.next());
            return;
        }
        try {
            var article = found.revise(last.get(), now);
            var fates = publisher.publish(List.of(new Draft(article, TraceParent.start(), found.finding())));
            metrics.articles(IngestMetrics.BY_LOOK, fates);
            if (fates.getFirst() != Publication.FAILED) {
                store.record(found.after(), found.next());
            }
        } catch (OutletDownException e) {
            Log.warnf("re-look waits article=%s error=%s", look.id(), e.getMessage());
        }
    }

    /** The article as it went out last, be it in a revision of its feed; a page's revision is made from that. */
    private Optional<FetchedArticle> last(String id) {
        var seen = publisher.remembered(List.of(id)).get(id);
        return seen == null || seen.place() == null ? Optional.empty() : shelf.read(id, seen.place());
    }
}
