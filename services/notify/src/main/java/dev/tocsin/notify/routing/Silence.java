package dev.tocsin.notify.routing;

import java.time.Instant;

/**
 * Alerts that nobody is to be told for a time; they are recorded as silenced.
 *
 * @param by who wants it
 * @param comment why
 */
public record Silence(String id, Match match, Instant start, Instant end, String by, String comment) {
    public Silence {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("'end' must be after 'start'");
        }
    }

    /** Whether it keeps an alert back at this time. */
    public boolean holds(Subject subject, Instant now) {
        return !now.isBefore(start) && now.isBefore(end) && match.means(subject);
    }

    /** In the record of what it kept back. */
    public String reason() {
        return "silenced by " + by + " until " + end + ": " + comment;
    }
}
