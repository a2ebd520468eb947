package dev.tocsin.notify.routing;

import dev.tocsin.contracts.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a group is told: after its wait, not sooner than its interval, not in quiet hours; a digest at its times. */
public final class Timing {
    private Timing() {}

    /**
     * The moment from which a group may be told.
     *
     * @param first when the oldest of what waits came
     * @param told when the group was told last; null for never
     * @param severity the highest of what waits
     */
    public static Instant due(Route route, Instant first, @Nullable Instant told, Alert.Severity severity) {
        var digest = route.digest();
        if (digest != null) {
            return digest.next(first);
        }
        var due = told == null ? first.plus(route.gather()) : later(first, told.plus(route.interval()));
        return route.quiet() == null ? due : route.quiet().over(due, severity);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
