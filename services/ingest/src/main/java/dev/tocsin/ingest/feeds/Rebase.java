package dev.tocsin.ingest.feeds;

import java.util.Objects;
import java.util.function.Function;

/**
 * Brings a list's new words to a feed that people may have edited since: a three-way merge, key by key. What people
 * changed stays theirs; what they left as the list once said follows the list.
 */
public record Rebase(FeedSettings listedBefore, FeedSettings listedNow, FeedSettings mine) {
    public FeedSettings settings() {
        return new FeedSettings(
                pick(FeedSettings::title),
                pick(FeedSettings::interval),
                new SourceOverride(
                        pick(s -> s.source().id()),
                        pick(s -> s.source().name()),
                        pick(s -> s.source().country()),
                        pick(s -> s.source().reliability())),
                pick(FeedSettings::paused),
                mine.configured(),
                pick(FeedSettings::tags),
                pick(FeedSettings::language),
                pick(FeedSettings::fullText),
                pick(FeedSettings::access));
    }

    private <T> T pick(Function<FeedSettings, T> key) {
        var now = key.apply(mine);
        return Objects.equals(now, key.apply(listedBefore)) ? key.apply(listedNow) : now;
    }
}
