package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.websub.Hub;
import java.time.Instant;
import java.util.Optional;

/** Whoever may know of what is new before a poll does. */
interface Hubs {
    /**
     * A poll read a feed or found it unchanged.
     *
     * @param named the hub that the answer names; empty where it names none
     * @return until when a hub delivers and polls only make sure; empty where none does
     */
    Optional<Instant> polled(Feed feed, Optional<Hub> named);
}
