package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.Validators;
import java.net.URI;

/**
 * How a feed is asked for.
 *
 * @param address to ask
 * @param home the feed's own address, which its trust and its secrets are for
 * @param trusted the operator named the feed, so that its home may be on any address
 */
record FeedQuestion(URI address, URI home, boolean trusted, FeedAccess access, Validators validators) {}
