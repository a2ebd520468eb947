package dev.tocsin.alerts;

import dev.tocsin.alerts.story.Known;
import dev.tocsin.alerts.story.Lane;
import dev.tocsin.alerts.story.OpenStories;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The stories and the remembered articles of one task: whole in the stores, and of the open stories in memory what they
 * are searched by. Made anew from the stores whenever the task starts.
 */
final class StoryBook {
    /** Articles looked at in one sweep: the whole memory is walked through over many, a large one in larger steps. */
    private static final int FEWEST_SWEPT = 1_000;

    private static final int MOST_SWEPT = 20_000;
    private static final int SWEEPS = 500;

    /** Stories at hand without reading them again: news comes in bursts on a few. */
    private static final int LATEST = 200;

    private final KeyValueStore<String, StoryState> stories;
    private final KeyValueStore<String, Known> articles;
    private final Map<Lane, OpenStories> lanes = new HashMap<>();
    private final Map<Lane, OpenStories> over = new HashMap<>();
    private final Map<String, StoryState> latest = new LinkedHashMap<>(LATEST * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StoryState> eldest) {
            return size() > LATEST;
        }
    };
    private @Nullable String sweptUpTo;

    StoryBook(KeyValueStore<String, StoryState> stories, KeyValueStore<String, Known> articles) {
        this.stories = stories;
        this.articles = articles;
        try (var all = stories.all()) {
            all.forEachRemaining(entry -> shelf(entry.value).put(entry.value));
        }
    }

    OpenStories open(Lane lane) {
        return lanes.computeIfAbsent(lane, l -> new OpenStories(id -> story(key(l, id))));
    }

    /** The stories of a lane that are over, as far as a late article may still belong to them. */
    OpenStories closed(Lane lane) {
        return over.computeIfAbsent(lane, l -> new OpenStories(id -> story(key(l, id))));
    }

    private OpenStories shelf(StoryState state) {
        return state.story().state() == Story.State.OPEN ? open(state.lane()) : closed(state.lane());
    }

    Collection<Lane> lanes() {
        return Stream.concat(lanes.keySet().stream(), over.keySet().stream()).collect(Collectors.toSet());
    }

    /** Whether a story is open there, or over only lately. */
    boolean isKnown(Lane lane, String story) {
        return Stream.of(lanes.get(lane), over.get(lane))
                .filter(Objects::nonNull)
                .anyMatch(stories -> stories.get(story).isPresent());
    }

    /** All stories of a lane, open ones and those that are over. */
    List<StoryState> all(Lane lane) {
        return Stream.of(open(lane), closed(lane))
                .flatMap(stories -> stories.ids().stream().map(stories::get))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nothing comes to a lane any more, of which every story was dropped. */
    void forget(Lane lane) {
        lanes.remove(lane);
        over.remove(lane);
    }

    Map<Lane, OpenStories> byLane() {
        return Map.copyOf(lanes);
    }

    Optional<Known> known(Sighting sighting) {
        return Optional.ofNullable(articles.get(key(sighting.lane(), sighting.id())));
    }

    void remember(Sighting sighting, String story, Instant streamTime) {
        articles.put(
                key(sighting.lane(), sighting.id()),
                new Known(story, sighting.fetched().revision(), streamTime));
    }

    /** A known article is in another story now; one that was forgotten stays so. */
    void move(Lane lane, String article, String story) {
        var known = articles.get(key(lane, article));
        if (known != null) {
            articles.put(key(lane, article), new Known(story, known.revision(), known.at()));
        }
    }

    /** Among the open ones or those that are over, as it says. */
    void keep(StoryState state) {
        var key = key(state.lane(), state.id());
        stories.put(key, state);
        latest.put(key, state);
        var shelf = shelf(state);
        var other = shelf == open(state.lane()) ? closed(state.lane()) : open(state.lane());
        other.remove(state.id());
        shelf.put(state);
    }

    void drop(StoryState state) {
        var key = key(state.lane(), state.id());
        stories.delete(key);
        latest.remove(key);
        open(state.lane()).remove(state.id());
        closed(state.lane()).remove(state.id());
    }

    /** Forgets, of the next thousands of articles, those that were handled before a time. */
    void forgetBefore(Instant time) {
        long most = Math.clamp(articles.approximateNumEntries() / SWEEPS, FEWEST_SWEPT, MOST_SWEPT);
        var old = new ArrayList<String>();
        int seen = 0;
        try (var next = articles.range(sweptUpTo, null)) {
            while (next.hasNext() && seen < most) {
                var entry = next.next();
                sweptUpTo = entry.key;
                seen++;
                if (entry.value.at().isBefore(time)) {
                    old.add(entry.key);
                }
            }
        }
        old.forEach(articles::delete);
        if (seen < most) {
            sweptUpTo = null;
        }
    }

    private StoryState story(String key) {
        return latest.computeIfAbsent(key, stories::get);
    }

    private static String key(Lane lane, String id) {
        return lane.key() + "|" + id;
    }
}
