package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.FeedQuery;
import dev.tocsin.ingest.feeds.FeedState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How many feeds there are of each kind, for people who choose among them. A paused feed counts as paused and in no
 * other state.
 */
record FeedFacets(
        long total,
        Map<String, Long> states,
        Map<String, Long> tags,
        Map<String, Long> countries,
        Map<String, Long> languages) {
    /** Counts while the store hands on one feed after the other. */
    static final class Counting {
        private long total;
        private final Map<String, Long> states = new HashMap<>();
        private final Map<String, Long> tags = new HashMap<>();
        private final Map<String, Long> countries = new HashMap<>();
        private final Map<String, Long> languages = new HashMap<>();

        void add(Document feed) {
            total++;
            var settings = feed.get("settings", new Document());
            count(states, state(feed, settings));
            settings.getList("tags", String.class, List.of()).forEach(tag -> count(tags, tag));
            count(countries, settings.get("source", new Document()).getString("country"));
            count(languages, settings.getString("language"));
        }

        FeedFacets done() {
            return new FeedFacets(
                    total,
                    new TreeMap<>(states),
                    new TreeMap<>(tags),
                    new TreeMap<>(countries),
                    new TreeMap<>(languages));
        }

        private static @Nullable String state(Document feed, Document settings) {
            if (settings.getBoolean("paused", false)) {
                return FeedQuery.PAUSED;
            }
            var state = feed.get("status", new Document()).getString("state");
            return feed.containsKey(FeedFilter.QUIET) && FeedState.OK.label().equals(state) ? FeedQuery.QUIET : state;
        }

        private static void count(Map<String, Long> counts, @Nullable String key) {
            if (key != null) {
                counts.merge(key, 1L, Long::sum);
            }
        }
    }
}
