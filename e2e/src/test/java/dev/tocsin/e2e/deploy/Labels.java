package dev.tocsin.e2e.deploy;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.Map;

/** Whether labels meet a selector, as the cluster sees it. */
final class Labels {
    private Labels() {}

    static boolean meet(LabelSelector selector, Map<String, String> labels) {
        var wanted = selector.getMatchLabels();
        return (wanted == null || labels.entrySet().containsAll(wanted.entrySet()))
                && selector.getMatchExpressions().stream().allMatch(expression -> switch (expression.getOperator()) {
                    case "In" -> expression.getValues().contains(labels.get(expression.getKey()));
                    case "Exists" -> labels.containsKey(expression.getKey());
                    default -> throw new IllegalArgumentException("not used here: " + expression.getOperator());
                });
    }
}
