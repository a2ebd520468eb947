package dev.tocsin.archive.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long things are kept. Where nothing is said, for ever.
 *
 * @param age of articles, stories and alerts, by event time; null for no end
 * @param unmatched age of articles that belong to no topic; null for {@code age}
 * @param topics ages of topics that differ, by topic id; what belongs to several is kept as long as one of them says
 * @param mostArticles above so many the oldest go; null for no such number
 */
public record Rules(
        @Nullable Duration age,
        @Nullable Duration unmatched,
        Map<String, Duration> topics,
        @Nullable Long mostArticles) {
    /** Shorter ones are slips, such as a number without its unit, which is seconds. */
    static final Duration LEAST_AGE = Duration.ofDays(1);

    static final long LEAST_ARTICLES = 1_000;

    /** @throws IllegalArgumentException naming the key that is wrong */
    public Rules {
        check("articles", age);
        check("unmatched", unmatched);
        topics = Map.copyOf(topics);
        topics.forEach((topic, value) -> check("topics." + topic, value));
        if (mostArticles != null && mostArticles < LEAST_ARTICLES) {
            throw new IllegalArgumentException("'most-articles' is " + mostArticles + ", the least is " + LEAST_ARTICLES
                    + ": fewer are no archive");
        }
    }

    private static void check(String key, @Nullable Duration value) {
        if (value != null && value.compareTo(LEAST_AGE) < 0) {
            throw new IllegalArgumentException(
                    "'" + key + "' is " + value + ", the least is a day: write a number with its unit, such as 400d");
        }
    }

    /** Whether anything is ever over. */
    public boolean end() {
        return age != null || unmatched != null || !topics.isEmpty() || mostArticles != null;
    }

    /** Whether something of that event time is over by its age. */
    public boolean isOver(Instant at, Collection<String> of, Instant now) {
        Duration longest = Duration.ZERO;
        for (var topic : of) {
            var one = topics.getOrDefault(topic, age);
            if (one == null) {
                return false;
            }
            longest = one.compareTo(longest) > 0 ? one : longest;
        }
        if (of.isEmpty()) {
            var one = unmatched == null ? age : unmatched;
            if (one == null) {
                return false;
            }
            longest = one;
        }
        return at.isBefore(now.minus(longest));
    }

    /** The time before which something may be over by its age; null where nothing ever is. */
    public @Nullable Instant horizon(Instant now) {
        var ages = new ArrayList<>(topics.values());
        if (age != null) {
            ages.add(age);
        }
        if (unmatched != null) {
            ages.add(unmatched);
        }
        return ages.stream().min(Duration::compareTo).map(now::minus).orElse(null);
    }
}
