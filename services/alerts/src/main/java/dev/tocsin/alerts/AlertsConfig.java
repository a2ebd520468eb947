package dev.tocsin.alerts;

import dev.tocsin.alerts.story.StoryRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set for alerts, each key also as an environment variable such as {@code TOCSIN_ALERTS_WINDOW}. */
@ConfigMapping(prefix = "tocsin.alerts")
public interface AlertsConfig {
    /** Where the policy stands in a checkout and in the images. */
    String DEFAULT_POLICY = "deploy/alert-policy.yaml";

    /**
     * Folder of the stories' state, made when missing. Kept over restarts it saves reading the changelog again; lost, it
     * is rebuilt from it. One unit with the broker's log: kept together or deleted together. Unique to a replica.
     */
    @WithDefault("${java.io.tmpdir}/tocsin-alerts")
    String stateDir();

    /**
     * This replica's name among its like, the same after each of its starts: with it a replica that was killed takes its
     * place again at once, instead of after the session of its dead self. No two replicas may share it.
     */
    @WithDefault("${HOSTNAME:alerts}")
    String instance();

    /**
     * The alert policy, see docs/alert-policy.md: when stories ring, and how loudly. Where the default is not there, the
     * built-in policy holds, which is the same.
     */
    @WithDefault(DEFAULT_POLICY)
    String policy();

    /** How alike an article must be to a story in its own language to join it; above 0, up to 1. */
    @WithDefault("0.16")
    double similarity();

    /** The same for a story in other languages, by names and figures alone; above 0, up to 1. */
    @WithDefault("0.16")
    double crossSimilarity();

    /** The most event time between an article and a story it joins. */
    @WithDefault("36h")
    Duration window();

    /** The most event time between a story's first and last article. */
    @WithDefault("72h")
    Duration maxSpan();

    /** How long a story waits in stream time for its next article before it closes; not shorter than the window. */
    @WithDefault("48h")
    Duration quietAfter();

    /** Open stories of a topic, at least 1; above it the quietest closes. About 5 KB of heap each. */
    @WithDefault("2000")
    int maxOpenStories();

    /** How long after a story closed, in stream time, a late article still joins it and opens it again; 0 is never. */
    @WithDefault("72h")
    Duration reopenWithin();

    /** Closed stories of a topic that are remembered for that, 0 or more; above it the quietest is forgotten. About 5 KB of heap each. */
    @WithDefault("500")
    int maxClosedStories();

    /** How long, in stream time, an article is remembered, so that its redelivery changes nothing. */
    @WithDefault("7d")
    Duration articleMemory();

    /** How often, in stream time, quiet stories are closed and old articles forgotten. */
    @WithDefault("1m")
    Duration sweepEvery();

    /** Stream threads that may fail within {@link #replacementWindow()} and be replaced, 0 or more; one more and alerts is not ready. */
    @WithDefault("5")
    int maxReplacements();

    /** The window that {@link #maxReplacements()} counts in. */
    @WithDefault("10m")
    Duration replacementWindow();

    /** How long a stop waits for the streams; then the process is cut off, which exactly-once allows. */
    @WithDefault("8s")
    Duration stopWithin();

    /** Milliseconds between transactions in which nothing rings, at least 1: stories on the board wait for one. An alert ends its own. */
    @WithDefault("200")
    int commitIntervalMs();

    /** Stream threads of this process, at least 1; more than partitions are idle. */
    @WithDefault("1")
    int threads();

    /** Copies of the state on other replicas, 0 or more, which take over without reading the changelog first. */
    @WithDefault("0")
    int standbyReplicas();

    /** The part of this that story logic decides by. */
    default StoryRules rules() {
        return new StoryRules(
                similarity(),
                crossSimilarity(),
                window(),
                maxSpan(),
                quietAfter(),
                maxOpenStories(),
                reopenWithin(),
                maxClosedStories());
    }
}
