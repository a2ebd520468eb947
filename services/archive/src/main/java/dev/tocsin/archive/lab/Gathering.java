package dev.tocsin.archive.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which articles would have been one story. Where they are articles of a story that there was, that is it. The others are
 * gathered by what their signatures share, within three days: an estimate, far simpler than what alerts does.
 * Articles come in the order of their event time.
 */
final class Gathering {
    private static final Duration OPEN = Duration.ofHours(72);
    private static final int LEAST_SHARED = 3;
    private static final double LEAST_SHARE = 0.3;
    private static final int MOST_OPEN = 5_000;
    private static final int MOST_KEYS = 80;

    private final Map<String, Group> known = new HashMap<>();
    private final Map<String, List<Group>> byKey = new HashMap<>();
    private final Deque<Group> open = new ArrayDeque<>();
    private int made;

    private static final class Group {
        private final Set<String> keys = new HashSet<>();
        private final Instant since;
        private boolean over;

        private Group(Instant since) {
            this.since = since;
        }
    }

    /**
     * Puts an article where it belongs.
     *
     * @param story the one it was in; null where it was in none
     * @return whether it is the first of its story
     */
    boolean begins(@Nullable String story, List<String> signature, Instant at) {
        close(at);
        var keys = signature.stream().filter(k -> !k.startsWith("d:")).toList();
        if (story != null) {
            var group = known.get(story);
            boolean first = group == null;
            known.put(story, join(first || group.over ? open(at) : group, keys));
            return first;
        }
        var like = alike(keys);
        join(like == null ? open(at) : like, keys);
        made += like == null ? 1 : 0;
        return like == null;
    }

    /** Stories that there were, of which an article was put here. */
    int known() {
        return known.size();
    }

    /** Stories made of what was in none. */
    int made() {
        return made;
    }

    private @Nullable Group alike(List<String> keys) {
        var shared = new HashMap<Group, Integer>();
        for (var key : keys) {
            byKey.getOrDefault(key, List.of()).forEach(g -> shared.merge(g, 1, Integer::sum));
        }
        Group best = null;
        double most = 0;
        for (var entry : shared.entrySet()) {
            int smaller = Math.min(keys.size(), entry.getKey().keys.size());
            double share = (double) entry.getValue() / smaller;
            if (entry.getValue() >= LEAST_SHARED && share >= LEAST_SHARE && share > most) {
                best = entry.getKey();
                most = share;
            }
        }
        return best;
    }

    private Group open(Instant at) {
        var group = new Group(at);
        open.add(group);
        return group;
    }

    private Group join(Group group, List<String> keys) {
        for (var key : keys) {
            if (group.keys.size() < MOST_KEYS && group.keys.add(key)) {
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(group);
            }
        }
        return group;
    }

    /** Lets go of the groups that are over; a story that there was stays known, so that it begins once. */
    private void close(Instant now) {
        while (!open.isEmpty()
                && (open.size() > MOST_OPEN || open.getFirst().since.isBefore(now.minus(OPEN)))) {
            var last = open.removeFirst();
            for (var key : last.keys) {
                var groups = byKey.get(key);
                if (groups != null && groups.remove(last) && groups.isEmpty()) {
                    byKey.remove(key);
                }
            }
            last.keys.clear();
            last.over = true;
        }
    }
}
