package dev.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is at one receiver. Revisions of a story are delivered in order, so a revision that waits for its retry
 * holds up the later ones of its story, but no other story.
 */
public sealed interface Turn {
    /** This one is due. */
    record Due(Waiting delivery) implements Turn {}

    /** Nothing is due before then. */
    record NotBefore(Instant at) implements Turn {}

    /** Nothing waits. */
    record Idle() implements Turn {}

    /**
     * @param waiting pending deliveries of one receiver, the oldest first
     * @param longest that one waits for its next try; for more only since the clock was put back, and then it is due
     */
    static Turn of(List<Waiting> waiting, Instant now, Duration longest) {
        Map<String, Waiting> heads = new HashMap<>();
        for (var delivery : waiting) {
            heads.merge(delivery.story(), delivery, (a, b) -> a.revision() <= b.revision() ? a : b);
        }
        @Nullable Instant soonest = null;
        for (var delivery : waiting) {
            if (heads.get(delivery.story()) != delivery) {
                continue;
            }
            if (!delivery.nextTry().isAfter(now) || delivery.nextTry().isAfter(now.plus(longest))) {
                return new Due(delivery);
            }
            if (soonest == null || delivery.nextTry().isBefore(soonest)) {
                soonest = delivery.nextTry();
            }
        }
        return soonest == null ? new Idle() : new NotBefore(soonest);
    }
}
