package dev.tocsin.dashboard.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param what in a few words
 * @param outcome {@code done}, {@code refused}, {@code failed} or {@code begun}
 */
public record AuditRow(
        Moment at,
        String name,
        String by,
        String kind,
        String from,
        String what,
        String path,
        String outcome,
        @Nullable String note) {
    public static AuditRow of(
            Instant at,
            String name,
            String by,
            String kind,
            String from,
            String what,
            String path,
            String outcome,
            @Nullable String note) {
        return new AuditRow(Moment.of("", at), name, by, kind, from, what, path, outcome, note);
    }

    /** How it is coloured. */
    public String dot() {
        return switch (outcome) {
            case "done" -> "ok";
            case "begun" -> "";
            case "refused" -> "rate-limited";
            default -> "failing";
        };
    }
}
