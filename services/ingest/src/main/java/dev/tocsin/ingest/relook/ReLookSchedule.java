package dev.tocsin.ingest.relook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When an article that rang is looked at again. The first look comes at once: it is what the others are compared with,
 * because a page never has the very words of its feed.
 */
public final class ReLookSchedule {
    private final List<Duration> after;
    private final Duration confirmAfter;

    /**
     * @param after the alert; rising
     * @param confirmAfter between two looks that must both find a page gone
     */
    public ReLookSchedule(List<Duration> after, Duration confirmAfter) {
        if (after.isEmpty() || !after.stream().sorted().toList().equals(after)) {
            throw new IllegalArgumentException(
                    "'tocsin.ingest.relook.after' is " + after + ", expected times that rise, such as 15m,1h,6h");
        }
        if (!after.getFirst().isPositive() || !confirmAfter.isPositive()) {
            throw new IllegalArgumentException("'tocsin.ingest.relook.after' is " + after + " and '.confirm-after' "
                    + confirmAfter + ", expected more than nothing");
        }
        this.after = List.copyOf(after);
        this.confirmAfter = confirmAfter;
    }

    /**
     * The look after one.
     *
     * @param looked when it was; looks that were missed while nobody could look are made up for by one
     * @return empty when it was the last
     */
    Optional<Instant> next(Instant alertedAt, Instant looked) {
        return after.stream().map(alertedAt::plus).filter(looked::isBefore).findFirst();
    }

    Instant confirmation(Instant looked) {
        return looked.plus(confirmAfter);
    }
}
