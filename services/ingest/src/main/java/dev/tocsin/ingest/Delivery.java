package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Takes what a hub delivers through the same reading and publishing as what a poll fetched. */
@ApplicationScoped
class Delivery {
    private final FeedReading reading;
    private final FeedPublishing publishing;
    private final FeedClaims claims;
    private final IngestMetrics metrics;
    private final InstantSource clock;

    Delivery(
            FeedReading reading,
            FeedPublishing publishing,
            FeedClaims claims,
            IngestMetrics metrics,
            InstantSource clock) {
        this.reading = reading;
        this.publishing = publishing;
        this.claims = claims;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** False where the channel did not take all of it; what cannot be read will not be readable next time either. */
    boolean take(Feed feed, byte[] body, @Nullable String contentType) {
        var now = clock.instant();
        return switch (reading.parse(feed, body, contentType)) {
            case Unreadable(var failure, var why) -> {
                metrics.hub("unreadable");
                Log.infof("delivery unreadable feed=%s error=%s", feed.id(), why);
                yield true;
            }
            case Readable readable -> {
                var tally = publishing.publish(feed, readable, now);
                if (tally.published() > 0) {
                    claims.delivered(feed.id(), tally.published(), now);
                }
                metrics.hub(tally.failure() == null ? "delivered" : "unpublished");
                yield tally.failure() == null;
            }
        };
    }
}
