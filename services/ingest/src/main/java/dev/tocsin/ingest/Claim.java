package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.polite.HostGate;
import java.time.Instant;

/**
 * A feed that is this replica's to poll.
 *
 * @param turn that a record of the poll must name
 * @param at when it was claimed; it is begun soon or not at all
 * @param pass through its host's gate, to be closed after the poll
 */
record Claim(Feed feed, String turn, Instant at, HostGate.Pass pass) {}
