package dev.tocsin.ingest;

import dev.tocsin.contracts.TraceParent;
import dev.tocsin.ingest.article.FeedArticles;
import dev.tocsin.ingest.article.FullTextCompletion;
import dev.tocsin.ingest.article.FullTextNeed;
import dev.tocsin.ingest.article.Limits;
import dev.tocsin.ingest.coverage.Arrivals;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FullText;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.publish.Completion;
import dev.tocsin.ingest.publish.Draft;
import dev.tocsin.ingest.publish.OutletDownException;
import dev.tocsin.ingest.publish.Publication;
import dev.tocsin.ingest.publish.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/** Publishes a feed's articles, however it came: by a poll or from a hub. */
@ApplicationScoped
class FeedPublishing {
    /**
     * What became of them.
     *
     * @param published for the first time
     * @param failure why not all of them are out; null where they are
     */
    record Tally(int published, @Nullable String failure) {}

    private static final int BATCH = 100;

    private final Publisher publisher;
    private final Pages pages;
    private final Limits limits;
    private final Duration patience;
    private final IngestMetrics metrics;
    private final Arrivals arrivals;

    FeedPublishing(
            Publisher publisher,
            Pages pages,
            Limits limits,
            IngestConfig config,
            IngestMetrics metrics,
            Arrivals arrivals) {
        this.publisher = publisher;
        this.pages = pages;
        this.limits = limits;
        this.patience = config.fullTextPatience();
        this.metrics = metrics;
        this.arrivals = arrivals;
    }

    /** Blocks until the channel has acknowledged what it takes, and what it took is marked as seen. */
    Tally publish(Feed feed, Readable readable, Instant now) {
        var tally = published(feed, readable, now);
        if (tally.published() > 0) {
            arrivals.arrived(feed.id(), tally.published(), now);
        }
        return tally;
    }

    private Tally published(Feed feed, Readable readable, Instant now) {
        var articles = new FeedArticles(feed, readable, limits, now)
                .stream().map(a -> new Draft(a, TraceParent.start())).gather(Gatherers.windowFixed(BATCH));
        int published = 0;
        String failure = null;
        for (var batch : (Iterable<List<Draft>>) articles::iterator) {
            try {
                var fates = publisher.publish(batch, fullText(feed, batch));
                metrics.articles(IngestMetrics.BY_FEED, fates);
                published += Collections.frequency(fates, Publication.PUBLISHED);
                if (fates.contains(Publication.FAILED)) {
                    failure = "the channel did not acknowledge all of its articles";
                }
            } catch (OutletDownException e) {
                return new Tally(published, String.valueOf(e.getMessage()));
            }
        }
        return new Tally(published, failure);
    }

    private Completion fullText(Feed feed, List<Draft> batch) {
        var articles = batch.stream().map(Draft::article).toList();
        var need = new FullTextNeed(setting(feed), articles);
        return new FullTextCompletion(need, pages.of(feed), limits, patience);
    }

    /** A file is put here on purpose, whole, and often where there is no web to ask for more. */
    private static FullText setting(Feed feed) {
        var setting = feed.settings().fullText();
        return setting == FullText.AUTO && feed.address().isFile() ? FullText.NEVER : setting;
    }
}
