package dev.tocsin.ingest;

import dev.tocsin.contracts.TraceParent;
import dev.tocsin.ingest.article.FeedArticles;
import dev.tocsin.ingest.article.Limits;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.publish.Draft;
import dev.tocsin.ingest.publish.OutletDownException;
import dev.tocsin.ingest.publish.Publication;
import dev.tocsin.ingest.publish.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Limits limits;
    private final IngestMetrics metrics;

    FeedPublishing(Publisher publisher, Limits limits, IngestMetrics metrics) {
        this.publisher = publisher;
        this.limits = limits;
        this.metrics = metrics;
    }

    /** Blocks until the channel has acknowledged what it takes, and what it took is marked as seen. */
    Tally publish(Feed feed, Readable readable, Instant now) {
        var articles = new FeedArticles(feed, readable, limits, now)
                .stream().map(a -> new Draft(a, TraceParent.start())).gather(Gatherers.windowFixed(BATCH));
        int published = 0;
        String failure = null;
        for (var batch : (Iterable<List<Draft>>) articles::iterator) {
            try {
                var fates = publisher.publish(batch);
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
}
