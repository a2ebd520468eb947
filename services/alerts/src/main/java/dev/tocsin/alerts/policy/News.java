package dev.tocsin.alerts.policy;

import dev.tocsin.contracts.Alert;
import org.jspecify.annotations.Nullable;

/**
 * A change that a desk does not know of.
 *
 * @param rule the key that the policy knows its kind by
 * @param actor whom it is about, for mutes; null where nobody
 * @param fact key of the figure, stance or phase that it tells; null where it tells none
 */
record News(String rule, Alert.Change change, @Nullable String actor, @Nullable String fact) {
    News(String rule, Alert.Change change) {
        this(rule, change, null, null);
    }
}
