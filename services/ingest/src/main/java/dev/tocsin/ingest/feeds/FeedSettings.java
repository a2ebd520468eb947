package dev.tocsin.ingest.feeds;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about a feed; a poll never writes here.
 *
 * @param title null for the title that the feed gives itself
 * @param interval between polls while all is well; null for the configured standard
 * @param source what the desk knows better about its source
 * @param paused not polled until this is false again
 * @param configured named by the operator's configuration, and so trusted with files and private addresses
 */
public record FeedSettings(
        @Nullable String title,
        @Nullable Duration interval,
        SourceOverride source,
        boolean paused,
        boolean configured) {
    public static final FeedSettings CONFIGURED = new FeedSettings(null, null, SourceOverride.NONE, false, true);
}
