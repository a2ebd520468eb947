package dev.tocsin.ingest;

import dev.tocsin.contracts.TraceParent;
import dev.tocsin.ingest.article.FeedArticles;
import dev.tocsin.ingest.article.Limits;
import dev.tocsin.ingest.coverage.Arrivals;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.FetchOutcome;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import dev.tocsin.ingest.feeds.FetchOutcome.Fetched;
import dev.tocsin.ingest.feeds.FetchOutcome.NotModified;
import dev.tocsin.ingest.feeds.FetchOutcome.RateLimited;
import dev.tocsin.ingest.feeds.PollSchedule;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import dev.tocsin.ingest.publish.Draft;
import dev.tocsin.ingest.publish.OutletDownException;
import dev.tocsin.ingest.publish.Publication;
import dev.tocsin.ingest.publish.Publisher;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Gatherers;

/** One poll of one feed, from the question to what is known of the feed afterwards. */
@ApplicationScoped
class FeedPoll {
    private static final int BATCH = 100;

    private final HttpFetcher http;
    private final FileFetcher files;
    private final Publisher publisher;
    private final PollSchedule schedule;
    private final Limits limits;
    private final IngestConfig config;
    private final IngestMetrics metrics;
    private final Arrivals arrivals;
    private final InstantSource clock;
    /** A parsed feed is many times its bytes: one tree at a time keeps memory within bounds. */
    private final ReentrantLock parsing = new ReentrantLock();

    FeedPoll(
            HttpFetcher http,
            FileFetcher files,
            Publisher publisher,
            PollSchedule schedule,
            Limits limits,
            IngestConfig config,
            IngestMetrics metrics,
            Arrivals arrivals,
            InstantSource clock) {
        this.http = http;
        this.files = files;
        this.publisher = publisher;
        this.schedule = schedule;
        this.limits = limits;
        this.config = config;
        this.metrics = metrics;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Throws only where the store cannot be reached; everything about the feed is in the status. */
    FeedStatus poll(Feed feed) {
        var status = feed.status();
        var interval = feed.settings().interval();
        var outcome = fetch(feed);
        var now = clock.instant();
        return switch (outcome) {
            case NotModified() -> {
                metrics.poll("not-modified");
                yield status.unchanged(now, schedule.afterSuccess(interval));
            }
            case RateLimited(var retryAfter) -> {
                metrics.poll("rate-limited");
                yield status.rateLimited(now, schedule.afterRateLimit(interval, status.failures() + 1, retryAfter));
            }
            case Failed(var failure, var reason) -> failed(feed, failure, reason, now);
            case Fetched fetched -> read(feed, fetched, now);
        };
    }

    /** The status after a poll that ended in a mistake of ours. */
    FeedStatus broken(Feed feed, RuntimeException mistake) {
        return failed(feed, Failure.INTERNAL, "internal error: " + mistake, clock.instant());
    }

    private FetchOutcome fetch(Feed feed) {
        var validators =
                feed.status().validatorsAt(clock.instant(), config.fetch().wholeEvery());
        boolean trusted = feed.settings().configured();
        if (!feed.address().isFile()) {
            return http.fetch(feed.address().uri(), validators, trusted);
        }
        return trusted
                ? files.fetch(Path.of(feed.address().uri()), validators)
                : new Failed(Failure.FILE, "a file is read only while tocsin.ingest.feeds names it");
    }

    private FeedStatus read(Feed feed, Fetched fetched, Instant now) {
        return switch (parse(feed, fetched)) {
            case Unreadable(var failure, var reason) -> failed(feed, failure, reason, now);
            case Readable readable -> publish(feed, fetched, readable, now);
        };
    }

    private ParsedFeed parse(Feed feed, Fetched fetched) {
        var address = feed.address().isFile() ? null : feed.address().uri().toString();
        parsing.lock();
        try {
            return FeedParser.parse(fetched.body(), fetched.contentType(), address);
        } finally {
            parsing.unlock();
        }
    }

    private FeedStatus failed(Feed feed, Failure failure, String reason, Instant now) {
        metrics.poll(failure.label());
        var status = feed.status();
        if (status.failures() == 0) {
            Log.infof("feed fails feed=%s error=%s", feed.id(), reason);
        }
        var next = schedule.afterFailure(feed.settings().interval(), status.failures() + 1);
        return status.failed(now, next, reason);
    }

    private FeedStatus publish(Feed feed, Fetched fetched, Readable readable, Instant now) {
        var articles = new FeedArticles(feed, readable, limits, now)
                .stream().map(a -> new Draft(a, TraceParent.start())).gather(Gatherers.windowFixed(BATCH));
        int published = 0;
        int failed = 0;
        var why = "the channel did not acknowledge all of its articles";
        for (var batch : (Iterable<List<Draft>>) articles::iterator) {
            try {
                var fates = publisher.publish(batch);
                metrics.articles(IngestMetrics.BY_FEED, fates);
                published += Collections.frequency(fates, Publication.PUBLISHED);
                failed += Collections.frequency(fates, Publication.FAILED);
            } catch (OutletDownException e) {
                why = String.valueOf(e.getMessage());
                failed += batch.size();
                break;
            }
        }
        if (published > 0) {
            arrivals.arrived(feed.id(), published, now);
        }
        if (failed > 0) {
            metrics.poll("unpublished");
            Log.warnf("feed to be read again feed=%s error=%s", feed.id(), why);
            return feed.status().unpublished(now, schedule.afterOurFailure(), why, published);
        }
        metrics.poll("fetched");
        var next = schedule.afterSuccess(feed.settings().interval());
        return feed.status().published(now, next, readable.title(), fetched.validators(), published);
    }
}
