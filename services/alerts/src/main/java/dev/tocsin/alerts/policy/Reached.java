package dev.tocsin.alerts.policy;

import java.util.List;
import java.util.Set;

/**
 * The steps of a topic that a story has reached.
 *
 * @param label what the steps are of
 * @param names in the order of the policy; a step that nobody reported is left out
 */
record Reached(String label, List<String> names) {
    static Reached of(TopicRules.Phases phases, Set<String> signals) {
        return new Reached(
                phases.label(),
                phases.steps().stream()
                        .filter(step -> step.signals().stream().anyMatch(signals::contains))
                        .map(TopicRules.Phases.Step::name)
                        .toList());
    }
}
