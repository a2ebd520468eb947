package dev.tocsin.alerts.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one of a story's latest articles is compared by, kept so that it can be told later which story it belongs to.
 *
 * @param at its event time
 * @param dated whether anybody said that time
 */
record Sample(String article, Instant at, boolean dated, Features features) {
    /** More would make a story's state twice as large; older articles stay where they are. */
    private static final int MOST = 8;

    static Sample of(Sighting sighting, Features features) {
        return new Sample(sighting.id(), sighting.eventTime(), sighting.isDated(), features.shortened());
    }

    /** The latest of both, one of each article; of two of one article the first list's. */
    static List<Sample> latest(List<Sample> some, List<Sample> others) {
        var joined = new ArrayList<>(some);
        others.stream()
                .filter(other -> some.stream().noneMatch(s -> s.article.equals(other.article)))
                .forEach(joined::add);
        joined.sort(Comparator.comparing(Sample::at).reversed().thenComparing(Sample::article));
        return List.copyOf(joined.subList(0, Math.min(MOST, joined.size())));
    }
}
