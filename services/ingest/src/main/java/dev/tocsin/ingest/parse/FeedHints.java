package dev.tocsin.ingest.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of its own rhythm and addresses: wishes of its publisher, for the scheduler to weigh.
 *
 * @param ttl how long it may be kept before it is asked for again (RSS 2.0 {@code ttl})
 * @param skipHours hours of the day in UTC, 0 to 23, in which it does not change
 * @param skipDays days on which it does not change
 * @param updateEvery how often it changes ({@code sy:updatePeriod} divided by {@code sy:updateFrequency})
 * @param hubs absolute addresses of its WebSub hubs, in their order
 * @param self its own address as it sees it, which its hubs know it by
 * @param updated when it last changed, as it says
 */
public record FeedHints(
        @Nullable Duration ttl,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        @Nullable Duration updateEvery,
        List<String> hubs,
        @Nullable String self,
        @Nullable Instant updated) {
    public static final FeedHints NONE = new FeedHints(null, Set.of(), Set.of(), null, List.of(), null, null);

    public FeedHints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
        hubs = List.copyOf(hubs);
    }
}
