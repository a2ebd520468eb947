package dev.tocsin.notify.routing;

import dev.tocsin.contracts.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hours in which a route keeps what it has to tell, until they end.
 *
 * @param unless as severe as this is told all the same; null for never
 */
public record Quiet(Hours hours, Alert.@Nullable Severity unless) {
    /** When an alert may be told, seen from this moment: now, or when the quiet ends. */
    public Instant over(Instant now, Alert.Severity severity) {
        return unless != null && Match.atLeast(severity, unless) ? now : hours.end(now);
    }
}
