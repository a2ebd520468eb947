package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.burst.BurstRules;
import java.util.Map;

/**
 * The alert policy of a desk: rules for all topics, and for some their own.
 *
 * @param common for topics without rules of their own
 * @param topics by topic id
 */
public record AlertRules(TopicRules common, Map<String, TopicRules> topics) {
    /** What holds where no file says otherwise; {@code deploy/alert-policy.yaml} says the same, to begin with. */
    public static final AlertRules DEFAULTS = PolicyFile.builtIn();

    /** When the bursts of a topic ring. */
    public BurstRules bursts(String topic) {
        return of(topic).bursts();
    }

    TopicRules of(String topic) {
        return topics.getOrDefault(topic, common);
    }
}
