package dev.tocsin.ingest.lists;

import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;

/** A feed as a list names it. */
public record ListedFeed(FeedAddress address, FeedSettings settings) {}
