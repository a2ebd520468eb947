package dev.tocsin.ingest.feeds;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about a feed; a poll never writes here.
 *
 * @param title null for the title that the feed gives itself
 * @param interval between polls while all is well; null where the feed's own rhythm decides
 * @param source what the desk knows better about its source
 * @param paused not polled until this is false again
 * @param configured named by the operator's configuration, and so trusted with files and private addresses
 * @param tags of the desk, in its order, each once
 * @param language BCP 47, for feeds that name none or a wrong one; null where the feed is believed
 */
public record FeedSettings(
        @Nullable String title,
        @Nullable Duration interval,
        SourceOverride source,
        boolean paused,
        boolean configured,
        List<String> tags,
        @Nullable String language,
        FullText fullText,
        FeedAccess access) {
    public static final FeedSettings STANDARD = new FeedSettings(
            null, null, SourceOverride.NONE, false, false, List.of(), null, FullText.AUTO, FeedAccess.OPEN);
    public static final FeedSettings CONFIGURED = new FeedSettings(
            null, null, SourceOverride.NONE, false, true, List.of(), null, FullText.AUTO, FeedAccess.OPEN);

    public FeedSettings {
        tags = List.copyOf(tags);
    }

    public FeedSettings withSource(SourceOverride better) {
        return new FeedSettings(title, interval, better, paused, configured, tags, language, fullText, access);
    }

    public FeedSettings withTags(List<String> now) {
        return new FeedSettings(title, interval, source, paused, configured, now, language, fullText, access);
    }

    public FeedSettings withPaused(boolean now) {
        return new FeedSettings(title, interval, source, now, configured, tags, language, fullText, access);
    }
}
