package dev.tocsin.archive.keep;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What retention took away, or would.
 *
 * @param dry whether it only looked
 * @param byAge articles that were older than their rule
 * @param byCount articles beyond the most that are kept
 * @param topics of the articles by topic; one that belongs to several counts for each, one that belongs to none for the empty name
 * @param oldest event time of the oldest article that goes; null where none does
 * @param newest of the newest
 * @param stories with their alerts and verdicts
 * @param alerts of stories that are no longer known, and of coverage: each with all its revisions
 * @param held articles and stories that would have gone and are held
 */
public record Swept(
        boolean dry,
        Instant startedAt,
        @Nullable Instant endedAt,
        long byAge,
        long byCount,
        Map<String, Long> topics,
        @Nullable Instant oldest,
        @Nullable Instant newest,
        long stories,
        long alerts,
        long held) {
    public Swept {
        topics = Map.copyOf(topics);
    }

    /** Counts, as they go. */
    public static final class Count {
        private static final int MOST_TOPICS = 1_000;

        private final Map<String, Long> topics = new TreeMap<>();
        private long byAge;
        private long byCount;
        private @Nullable Instant oldest;
        private @Nullable Instant newest;
        private long stories;
        private long alerts;
        private long held;

        public void article(Instant at, Iterable<String> of, boolean tooOld) {
            byAge += tooOld ? 1 : 0;
            byCount += tooOld ? 0 : 1;
            oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
            newest = newest == null || at.isAfter(newest) ? at : newest;
            boolean none = true;
            for (var topic : of) {
                none = false;
                topic(topic);
            }
            if (none) {
                topic("");
            }
        }

        private void topic(String topic) {
            if (topics.size() < MOST_TOPICS || topics.containsKey(topic)) {
                topics.merge(topic, 1L, Long::sum);
            }
        }

        public void story() {
            stories++;
        }

        public void alert() {
            alerts++;
        }

        public void held() {
            held++;
        }

        public long articles() {
            return byAge + byCount;
        }

        public Swept swept(boolean dry, Instant startedAt, @Nullable Instant endedAt) {
            return new Swept(dry, startedAt, endedAt, byAge, byCount, topics, oldest, newest, stories, alerts, held);
        }
    }
}
