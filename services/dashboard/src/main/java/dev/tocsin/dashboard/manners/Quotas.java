package dev.tocsin.dashboard.manners;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each caller may ask: a bucket of tokens that fills evenly (token bucket, RFC 2697 without its colours). Bounded:
 * who did not ask for the longest time is forgotten first, which gives nobody more than a full bucket.
 */
public final class Quotas {
    private static final int MOST_CALLERS = 10_000;

    private final long quota;
    private final Duration window;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    private record Bucket(double tokens, Instant at) {}

    /**
     * What a caller is told of his quota.
     *
     * @param allowed whether this request is
     * @param remaining requests that are, at once
     * @param resets seconds until the next one is allowed where none is left, else until all are
     */
    public record Grant(boolean allowed, long remaining, long resets) {}

    /**
     * @param quota requests in a window, and at once; 0 for no limit
     * @param window in which an empty bucket fills
     */
    public Quotas(long quota, Duration window) {
        this.quota = quota;
        this.window = window;
    }

    public boolean limits() {
        return quota > 0;
    }

    /** Takes one token of a caller's. */
    public synchronized Grant take(String caller, Instant now) {
        var known = buckets.get(caller);
        double tokens = known == null ? quota : Math.min(quota, known.tokens() + filled(known.at(), now));
        boolean allowed = tokens >= 1;
        double left = allowed ? tokens - 1 : tokens;
        buckets.put(caller, new Bucket(left, now));
        double missing = left < 1 ? 1 - left : quota - left;
        return new Grant(allowed, (long) left, (long) Math.ceil(missing * window.toMillis() / 1000.0 / quota));
    }

    /** The fields {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-10). */
    public String policy() {
        return "\"default\";q=" + quota + ";w=" + window.toSeconds();
    }

    /** As {@link #policy()}. */
    public static String told(Grant grant) {
        return "\"default\";r=" + grant.remaining() + ";t=" + grant.resets();
    }

    private double filled(Instant since, Instant now) {
        long millis = Math.max(0, Duration.between(since, now).toMillis());
        return (double) quota * millis / window.toMillis();
    }
}
