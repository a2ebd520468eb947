package dev.tocsin.alerts.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What one revision of an article states: the facts of a story are a set of these, and nothing else.
 *
 * @param article id
 * @param source id of its publisher
 * @param at event time of a first revision, the time of reading of a later one
 * @param vanished whether its page is gone
 */
public record Report(
        String article,
        int revision,
        String source,
        Instant at,
        boolean vanished,
        List<Figure> figures,
        List<Stance> stances) {
    public Report {
        figures = figures == null ? List.of() : List.copyOf(figures);
        stances = stances == null ? List.of() : List.copyOf(stances);
    }
}
