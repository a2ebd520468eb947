package dev.tocsin.alerts.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one revision of an article states: the facts of a story are a set of these, and nothing else.
 *
 * @param article id
 * @param source id of its publisher
 * @param at event time of a first revision, the time of reading of a later one
 * @param vanished whether its page is gone
 * @param signals ids of the topic's signals that fired in it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Report(
        String article,
        int revision,
        String source,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean vanished,
        List<Figure> figures,
        List<Stance> stances,
        List<String> signals) {
    public Report {
        figures = figures == null ? List.of() : List.copyOf(figures);
        stances = stances == null ? List.of() : List.copyOf(stances);
        signals = signals == null ? List.of() : List.copyOf(signals);
    }

    /** As it is kept: its signals are kept with those of the others. */
    Report kept() {
        return new Report(article, revision, source, at, vanished, figures, stances, List.of());
    }

    /** Whether it says anything of its own. Beside a revision that does, one that does not says it by what it leaves out. */
    boolean isTelling() {
        return vanished || !figures.isEmpty() || !stances.isEmpty();
    }

    /** Whether a later revision changes nothing that matters here, as in an article that is edited all day. */
    boolean saysTheSameAs(Report earlier) {
        return vanished == earlier.vanished && figures.equals(earlier.figures) && stances.equals(earlier.stances);
    }

    Stream<String> statements() {
        return Stream.concat(
                figures.stream().map(Figure::statement), stances.stream().map(Stance::statement));
    }
}
