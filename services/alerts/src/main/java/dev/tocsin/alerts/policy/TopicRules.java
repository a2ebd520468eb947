package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.burst.BurstRules;
import dev.tocsin.contracts.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * When stories of a topic ring.
 *
 * @param minimumOrigins independent origins before the first ring; at least 1
 * @param coolDown stream time after a ring in which changes are gathered; they are told together when it ends
 * @param immediate the age up to which news is CAP {@code Immediate}
 * @param expected the age up to which it is {@code Expected}; older news is {@code Past}
 * @param changes by kind of change
 * @param severity rules in order, of which the first that fits says how severe a story is; {@code Unknown} where none does
 */
record TopicRules(
        int minimumOrigins,
        Duration coolDown,
        Repeat repeat,
        Duration immediate,
        Duration expected,
        Map<String, Ringing> changes,
        List<SeverityRule> severity,
        Phases phases,
        BurstRules bursts) {
    /**
     * Telling again what nobody acknowledged.
     *
     * @param after stream time since the desk was last told
     * @param most how often; 0 is never
     * @param from the least severity
     */
    record Repeat(Duration after, int most, Alert.Severity from) {}

    /**
     * The steps of what goes on, such as a deployment: requested, approved, landed.
     *
     * @param label what the steps are of
     * @param steps in their order; empty where the topic has none
     */
    record Phases(String label, List<Step> steps) {
        static final Phases NONE = new Phases("", List.of());

        /** @param signals ids of the topic pack's signals, of which each says that the step was taken */
        record Step(String name, List<String> signals) {}
    }

    Ringing of(String change) {
        return changes.getOrDefault(change, Ringing.RINGS);
    }
}
