package dev.tocsin.alerts.policy;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.Story;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes a story severe. All conditions of a rule must hold.
 *
 * @param figures by kind of claim, the least number of people; what is retracted, denied or a rumour does not count
 * @param stance that some actor takes; null where any story will do
 * @param phase that was reached; null likewise
 * @param origins the least number of independent origins
 */
record SeverityRule(
        Alert.Severity is, Map<String, Long> figures, @Nullable String stance, @Nullable String phase, int origins) {
    private static final Set<String> STANDING = Set.of("official", "reported");

    boolean fits(Story story, Set<String> phases) {
        return story.independentOrigins() >= origins
                && (stance == null
                        || story.reactions().stream().anyMatch(r -> r.stance().equals(stance)))
                && (phase == null || phases.contains(phase))
                && figures.entrySet().stream().allMatch(f -> most(story, f.getKey()) >= f.getValue());
    }

    private static long most(Story story, String kind) {
        return story.ledger().stream()
                .filter(line -> line.kind().equals(kind))
                .flatMap(line -> line.entries().stream())
                .filter(entry -> STANDING.contains(entry.state()))
                .mapToLong(SeverityRule::atLeast)
                .max()
                .orElse(0);
    }

    /** "Up to" is no number of anybody. */
    private static long atLeast(LedgerLine.Entry entry) {
        return entry.low() == null ? 0 : entry.low();
    }
}
