package dev.tocsin.alerts.burst;

import java.time.Duration;
import java.util.Set;

/**
 * When a topic's bursts ring.
 *
 * @param of whose rates are watched; nothing rings where it is empty
 * @param window event time in which articles are counted: 15 minutes to a day, in steps of five minutes
 * @param factor how many times the usual a burst has at least; 2 or more
 * @param articles the fewest articles of a burst; 3 or more, for fewer are no rate
 * @param origins the fewest independent origins; 2 or more
 * @param coolDown event time after a burst of a subject in which no other one of it begins
 */
public record BurstRules(
        Set<Subject.Kind> of, Duration window, int factor, int articles, int origins, Duration coolDown) {
    /** Where nothing is watched. */
    public static final BurstRules OFF = new BurstRules(Set.of(), Duration.ofHours(1), 2, 3, 2, Duration.ZERO);

    /** The time that rates are counted by, in seconds. */
    static final int SLICE = 300;

    public BurstRules {
        of = Set.copyOf(of);
    }

    /** The window in slices. */
    int slices() {
        return Math.toIntExact(window.toSeconds() / SLICE);
    }
}
