package dev.tocsin.ingest;

import dev.tocsin.ingest.coding.BodyRoom;
import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.FeedStatus.Published;
import dev.tocsin.ingest.feeds.FetchOutcome.Blocked;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import dev.tocsin.ingest.feeds.FetchOutcome.Fetched;
import dev.tocsin.ingest.feeds.FetchOutcome.Gone;
import dev.tocsin.ingest.feeds.FetchOutcome.NotModified;
import dev.tocsin.ingest.feeds.FetchOutcome.Throttled;
import dev.tocsin.ingest.feeds.FetchOutcome.Told;
import dev.tocsin.ingest.feeds.Pace;
import dev.tocsin.ingest.feeds.PollSchedule;
import dev.tocsin.ingest.feeds.Why;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import dev.tocsin.ingest.websub.Hub;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** One poll of one feed, from the question to what is known of the feed afterwards. */
@ApplicationScoped
class FeedPoll {
    private final FeedFetch fetch;
    private final BodyRooms rooms;
    private final FeedReading reading;
    private final FeedPublishing publishing;
    private final Hubs hubs;
    private final PollSchedule schedule;
    private final IngestMetrics metrics;
    private final InstantSource clock;

    FeedPoll(
            FeedFetch fetch,
            BodyRooms rooms,
            FeedReading reading,
            FeedPublishing publishing,
            Hubs hubs,
            PollSchedule schedule,
            IngestMetrics metrics,
            InstantSource clock) {
        this.fetch = fetch;
        this.rooms = rooms;
        this.reading = reading;
        this.publishing = publishing;
        this.hubs = hubs;
        this.schedule = schedule;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Throws only where the store cannot be reached; everything about the feed is in the status.
     *
     * @param answered run when the feed has been read and only its articles are left to publish
     */
    FeedStatus poll(Feed feed, Runnable answered) {
        try (var room = rooms.open()) {
            var outcome = fetch.fetch(feed, room);
            var now = clock.instant();
            return switch (outcome) {
                case Fetched fetched -> read(feed, fetched, room, answered, now);
                case NotModified(var told) -> unchanged(feed, told, now);
                case Throttled(var retryAfter) -> {
                    var next = schedule.afterThrottling(feed.settings().interval(), tries(feed), retryAfter);
                    yield noted("throttled", feed.status().throttled(now, next));
                }
                case Gone() -> noted("gone", feed.status().gone(now, afterFailure(feed)));
                case Blocked(var why) -> noted("blocked", feed.status().blocked(now, afterFailure(feed), why));
                case Failed(var failure, var why) -> failed(feed, failure, why, now);
            };
        }
    }

    /** The status after a poll that ended in a mistake of ours. */
    FeedStatus broken(Feed feed, RuntimeException mistake) {
        return failed(
                feed,
                Failure.INTERNAL,
                new Why(Failure.INTERNAL.label(), "internal error: " + mistake),
                clock.instant());
    }

    private FeedStatus unchanged(Feed feed, Told told, Instant now) {
        var pace = feed.status().pace().unchanged(told.fresh());
        var hub = Hub.of(feed.address().uri(), told.links(), null, null);
        return noted("not-modified", feed.status().unchanged(now, afterSuccess(feed, pace, hub), pace));
    }

    private FeedStatus read(Feed feed, Fetched fetched, BodyRoom room, Runnable answered, Instant now) {
        var parsed = reading.parse(fetched.told().from(), fetched.body(), fetched.contentType());
        // articles may have to wait for their pages, which want room as well
        room.close();
        answered.run();
        return switch (parsed) {
            case Unreadable(var failure, var why) -> failed(feed, failure, new Why(failure.label(), why), now);
            case Readable readable -> publish(feed, fetched, readable, now);
        };
    }

    private FeedStatus publish(Feed feed, Fetched fetched, Readable readable, Instant now) {
        var status = feed.status();
        var tally = publishing.publish(feed, readable, now);
        if (tally.failure() != null) {
            Log.warnf("feed to be read again feed=%s error=%s", feed.id(), tally.failure());
            var next = schedule.afterOurFailure();
            return noted("unpublished", status.unpublished(now, next, tally.failure(), tally.published()));
        }
        var pace = learned(feed, fetched, readable, tally.published(), now);
        var hub = FeedReading.hub(feed, fetched.told().links(), readable);
        var moved = status.moved().read(fetched.told().movedTo());
        var gave = new Published(readable.title(), fetched.validators(), tally.published());
        return noted("fetched", status.published(now, afterSuccess(feed, pace, hub), pace, moved, gave));
    }

    private Pace learned(Feed feed, Fetched fetched, Readable readable, int fresh, Instant now) {
        var before = feed.status().pace();
        var after = before.after(FeedReading.reading(readable, fetched.told().fresh()), fresh, now);
        if (after.gaps() > before.gaps()) {
            metrics.gap();
            Log.infof("items may be missed feed=%s gaps=%d", feed.id(), after.gaps());
        }
        return after;
    }

    private FeedStatus failed(Feed feed, Failure failure, Why why, Instant now) {
        if (feed.status().failures() == 0) {
            Log.infof("feed fails feed=%s error=%s", feed.id(), why.words());
        }
        return noted(failure.label(), feed.status().failed(now, afterFailure(feed), why));
    }

    private Instant afterSuccess(Feed feed, Pace pace, Optional<Hub> named) {
        var delivered = hubs.polled(feed, named).orElse(null);
        return schedule.afterSuccess(feed.settings().interval(), pace, delivered);
    }

    private Instant afterFailure(Feed feed) {
        return schedule.afterFailure(feed.settings().interval(), tries(feed));
    }

    private static int tries(Feed feed) {
        return feed.status().failures() + 1;
    }

    private FeedStatus noted(String outcome, FeedStatus status) {
        metrics.poll(outcome);
        return status;
    }
}
