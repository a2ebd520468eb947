package dev.tocsin.ingest;

import com.mongodb.MongoException;
import dev.tocsin.contracts.Alert;
import dev.tocsin.ingest.coverage.CoverageAlert;
import dev.tocsin.ingest.coverage.Health;
import dev.tocsin.ingest.coverage.Report;
import dev.tocsin.ingest.coverage.Rules;
import dev.tocsin.ingest.coverage.Survey;
import dev.tocsin.ingest.coverage.Watched;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Looks now and then whether a feed, a country or a language has gone quiet, and rings. Of all replicas one looks at a
 * time. It also clears out what coverage and deletions leave behind.
 */
@ApplicationScoped
class CoverageWatch {
    private static final Duration LEASE_MARGIN = Duration.ofMinutes(2);
    private static final Duration CLEAN_EVERY = Duration.ofHours(6);

    private final FeedCatalog catalog;
    private final ArrivalStore arrivals;
    private final EpisodeStore episodes;
    private final DeletedFeeds deleted;
    private final AlertBell bell;
    private final IngestConfig.Coverage config;
    private final Rules rules;
    private final InstantSource clock;
    private final String holder = UUID.randomUUID().toString();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Instant cleaned = Instant.EPOCH;

    CoverageWatch(
            FeedCatalog catalog,
            ArrivalStore arrivals,
            EpisodeStore episodes,
            DeletedFeeds deleted,
            AlertBell bell,
            IngestConfig config,
            InstantSource clock) {
        this.catalog = catalog;
        this.arrivals = arrivals;
        this.episodes = episodes;
        this.deleted = deleted;
        this.bell = bell;
        this.config = config.coverage();
        this.rules =
                new Rules(this.config.surprise(), this.config.normal(), this.config.share(), this.config.leastDays());
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        Thread.ofVirtual().name("coverage").start(this::run);
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping.countDown();
    }

    private void run() {
        try {
            while (!stopping.await(config.every().toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look(clock.instant());
                } catch (MongoException | KafkaException e) {
                    Log.warnf("coverage looks again later error=%s", e.getMessage());
                } catch (RuntimeException e) {
                    Log.errorf(e, "coverage broke");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look, if no other replica is at it. What the last one could not send goes first. */
    void look(Instant at) throws InterruptedException {
        var now = at.truncatedTo(ChronoUnit.MILLIS);
        var watched = episodes.lease(holder, now, now.plus(config.every()).plus(LEASE_MARGIN));
        if (watched.isEmpty()) {
            return;
        }
        bell.ring(episodes.pending(), episodes::sent);
        for (var report : survey(watched.get(), now)) {
            CoverageAlert.of(report, now).ifPresent(episodes::remember);
        }
        var alerts = episodes.pending();
        bell.ring(alerts, episodes::sent);
        alerts.values().forEach(CoverageWatch::log);
        clean(now);
    }

    private List<Report> survey(Watched watched, Instant now) {
        var survey = new Survey(rules, watched, episodes.all(), now);
        var flagged = new ArrayList<String>();
        var batch = new ArrayList<KnownFeed>();
        catalog.each(feed -> {
            if (feed.silence() != null) {
                flagged.add(feed.feed().id());
            }
            if (!feed.feed().settings().paused()) {
                batch.add(feed);
            }
            if (batch.size() == FeedCatalog.BATCH) {
                add(survey, batch, now);
            }
        });
        add(survey, batch, now);
        var result = survey.conclude();
        result.silent().stream().filter(id -> !flagged.contains(id)).forEach(id -> catalog.quiet(id, silence(now)));
        flagged.stream().filter(id -> !result.silent().contains(id)).forEach(id -> catalog.quiet(id, null));
        return result.reports();
    }

    private void add(Survey survey, List<KnownFeed> batch, Instant now) {
        var hours = arrivals.of(batch.stream().map(f -> f.feed().id()).toList(), now);
        for (var known : batch) {
            var feed = known.feed();
            var of = hours.get(feed.id());
            if (of != null) {
                var title = feed.title();
                survey.add(
                        new Survey.Feed(
                                feed.id(),
                                title == null ? feed.address().uri().toString() : title,
                                feed.settings().source().country(),
                                language(feed.settings().language()),
                                Health.of(feed.status(), now)),
                        of);
            }
        }
        batch.clear();
    }

    /** Without region and script: what goes quiet is a language. */
    private static @Nullable String language(@Nullable String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag).getLanguage();
    }

    private static Silence silence(Instant now) {
        return new Silence(now, "it sends far less than its usual");
    }

    private void clean(Instant now) {
        if (now.isAfter(cleaned.plus(CLEAN_EVERY))) {
            arrivals.prune(now);
            arrivals.forget(deleted.purge(now));
            cleaned = now;
        }
    }

    private static void log(Alert alert) {
        Log.infof("coverage story=%s type=%s topic=%s", alert.story(), alert.msgType(), alert.topic());
    }
}
