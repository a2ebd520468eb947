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
     * @param now by which what is from before the clock was put back has waited for long enough
     */
    public static Instant due(
            Route route, Instant first, @Nullable Instant told, Alert.Severity severity, Instant now) {
        var came = ClockBack.since(first, now) ? now.minus(route.gather()) : first;
        var digest = route.digest();
        if (digest != null) {
            return digest.next(came);
        }
        var due = told == null || ClockBack.since(told, now)
                ? came.plus(route.gather())
                : later(came, told.plus(route.interval()));
        return route.quiet() == null ? due : route.quiet().over(due, severity);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
