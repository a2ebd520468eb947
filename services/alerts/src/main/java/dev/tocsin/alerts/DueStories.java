package dev.tocsin.alerts;

import dev.tocsin.alerts.story.Lane;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.alerts.story.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The stories that are to be looked at again at a time, soonest first. The time is a lane's stream time; where no article
 * takes it on, it goes on as the clock on the wall does, which no lane's time is slower than, also after a clock was put back.
 */
final class DueStories {
    /** Times sort as text: milliseconds in sixteen digits. */
    private static final String KEY = "%s|%016d|%s";

    private final KeyValueStore<String, String> due;
    /** Before all times of all lanes, whose names are printable. */
    private static final String LAST_ARTICLE = "\u0001last-article|";

    /** How often, in milliseconds, it is written when the last article came: a restart need not know it better. */
    private static final long WRITTEN_EVERY = 1_000;

    /** In milliseconds; what we are told of the time on the wall may be a little older than what we were told before. */
    private static final long PUT_BACK = 1_000;

    /** By the clock on the wall, in milliseconds: when an article last took the lane's time on. */
    private final Map<Lane, Long> lastArticle = new HashMap<>();

    private final Map<Lane, Long> written = new HashMap<>();
    private final long started;
    private long wall;

    /** @param wallClock in milliseconds, now */
    DueStories(KeyValueStore<String, String> due, long wallClock) {
        this.due = due;
        this.started = wallClock;
        this.wall = wallClock;
    }

    /** A story that is due, and when. */
    record Due(String story, Instant at) {}

    /**
     * An article came, whose own time is {@code at}. One from before its lane's time leaves that to go on as it does: else it would
     * stand still while such ones come, for an hour where the clock of ingest was put back by one.
     */
    void articleCame(Lane lane, Instant at, Instant clock, long wallClock) {
        follow(wallClock);
        if (at.isBefore(clock) && isKnown(lane)) {
            return;
        }
        lastArticle.put(lane, wallClock);
        var last = written.get(lane);
        if (last == null || Math.abs(wallClock - last) >= WRITTEN_EVERY) {
            written.put(lane, wallClock);
            due.put(LAST_ARTICLE + lane.key(), Long.toString(wallClock));
        }
    }

    /** The time of a lane that no article took on for a while. */
    Instant idle(Lane lane, Instant clock, long wallClock) {
        follow(wallClock);
        return clock.plusMillis(Math.max(0, wallClock - lastArticle.computeIfAbsent(lane, this::remembered)));
    }

    /** A clock that is put back takes nothing of the time that has passed. */
    private void follow(long wallClock) {
        long back = wall - wallClock;
        if (back < PUT_BACK) {
            wall = Math.max(wall, wallClock);
            return;
        }
        lastArticle.replaceAll((lane, at) -> at - back);
        wall = wallClock;
    }

    private boolean isKnown(Lane lane) {
        return lastArticle.containsKey(lane) || due.get(LAST_ARTICLE + lane.key()) != null;
    }

    /** What a restart interrupted goes on, instead of waiting anew. */
    private long remembered(Lane lane) {
        var last = due.get(LAST_ARTICLE + lane.key());
        return last == null ? started : Math.min(started, Long.parseLong(last));
    }

    /** No article comes to a lane any more. */
    void forget(Lane lane) {
        lastArticle.remove(lane);
        written.remove(lane);
        due.delete(LAST_ARTICLE + lane.key());
    }

    /** Remembers when a story is due, in the place of the time that it was due at before. */
    void move(@Nullable Instant before, StoryState after) {
        var is = after.told().due();
        if (!Objects.equals(before, is)) {
            remove(after.lane(), before, after.id());
            if (is != null) {
                due.put(key(after.lane(), is, after.id()), after.id());
            }
        }
    }

    void remove(Lane lane, @Nullable Instant at, String story) {
        if (at != null) {
            due.delete(key(lane, at, story));
        }
    }

    /** What is due up to a time, soonest first. */
    List<Due> upTo(Lane lane, Instant time) {
        var found = new ArrayList<Due>();
        try (var range = due.range(key(lane, Instant.EPOCH, ""), key(lane, time.plusMillis(1), ""))) {
            range.forEachRemaining(entry -> {
                var parts = entry.key.split("\\|");
                found.add(new Due(entry.value, Instant.ofEpochMilli(Long.parseLong(parts[parts.length - 2]))));
            });
        }
        return found;
    }

    /** All that is ever due. */
    List<Due> all(Lane lane) {
        return upTo(lane, Told.FOREVER);
    }

    private static String key(Lane lane, Instant at, String story) {
        return String.format(KEY, lane.key(), Math.max(0, at.toEpochMilli()), story);
    }
}
