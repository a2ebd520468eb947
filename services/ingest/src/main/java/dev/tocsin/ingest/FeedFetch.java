package dev.tocsin.ingest;

import dev.tocsin.ingest.coding.BodyRoom;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FetchOutcome;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import dev.tocsin.ingest.feeds.FetchOutcome.Throttled;
import dev.tocsin.ingest.polite.HostGate;
import dev.tocsin.ingest.polite.HostKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Asks for a feed where it is now, with what is known of it. */
@ApplicationScoped
class FeedFetch {
    /** Other feeds of a host that asks for patience wait too, but not as long as it may ask of one. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

    private final HttpFetcher http;
    private final FileFetcher files;
    private final HostGate gate;
    private final Duration wholeEvery;
    private final InstantSource clock;

    FeedFetch(HttpFetcher http, FileFetcher files, HostGate gate, IngestConfig config, InstantSource clock) {
        this.http = http;
        this.files = files;
        this.gate = gate;
        this.wholeEvery = config.fetch().wholeEvery();
        this.clock = clock;
    }

    FetchOutcome fetch(Feed feed, BodyRoom room) {
        var own = feed.address().uri();
        var status = feed.status();
        var validators = status.validatorsAt(clock.instant(), wholeEvery);
        boolean trusted = feed.settings().configured();
        if (!feed.address().isFile()) {
            var asked = status.moved().asked(own);
            var question = new FeedQuestion(asked, own, trusted, feed.settings().access(), validators);
            return holding(HostKey.of(asked), http.fetch(question, room));
        }
        return trusted
                ? files.fetch(Path.of(own), validators)
                : new Failed(Failure.FILE, "a file is read only while tocsin.ingest.feeds names it");
    }

    private FetchOutcome holding(String host, FetchOutcome outcome) {
        if (outcome instanceof Throttled(var wait) && wait != null) {
            var hold = wait.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : wait;
            gate.hold(host, hold);
        }
        return outcome;
    }
}
