package dev.tocsin.classify.match;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What speaks for a topic and against it, as it is found, and the score that follows.
 *
 * <p>Signals count as independent chances (noisy-or, Pearl 1988): of weights w the score is 1 − Π(1 − w) over the
 * signals that speak for the topic, times Π(1 − |w|) over those that speak against it. A signal counts once, however
 * often it fires; in the title with its weight times the pack's boost, at most {@value #MOST_FOR_ONE}.
 */
final class Scores {
    private static final double MOST_FOR_ONE = 0.99;
    static final int MOST_EVIDENCE_OF_SIGNAL_IN_FIELD = 3;
    private static final int MOST_EVIDENCE = 40;

    private final TopicPack pack;
    private final Map<Integer, Set<Field>> fired = new LinkedHashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    Scores(TopicPack pack) {
        this.pack = pack;
    }

    /** Notes that a signal fired in a field, and where. */
    void fire(int signal, Field field, String term, List<AnalyzedArticle.Span> spans) {
        fired.computeIfAbsent(signal, s -> EnumSet.noneOf(Field.class)).add(field);
        var id = pack.signals().get(signal).id();
        for (var span : spans) {
            if (evidence.size() < MOST_EVIDENCE && isNew(id, field, span)) {
                evidence.add(new Evidence(id, field, span.start(), span.end(), term));
            }
        }
    }

    private boolean isNew(String signal, Field field, AnalyzedArticle.Span span) {
        var same = evidence.stream()
                .filter(e -> e.signal().equals(signal) && e.field() == field)
                .toList();
        return same.size() < MOST_EVIDENCE_OF_SIGNAL_IN_FIELD
                && same.stream().noneMatch(e -> e.start() < span.end() && span.start() < e.end());
    }

    Score score() {
        double notFor = 1;
        double notAgainst = 1;
        for (var entry : fired.entrySet()) {
            double weight = pack.signals().get(entry.getKey()).weight();
            if (weight < 0) {
                notAgainst *= 1 + weight;
            } else {
                boolean inTitle = entry.getValue().contains(Field.TITLE);
                notFor *= 1 - (inTitle ? Math.min(MOST_FOR_ONE, weight * pack.titleBoost()) : weight);
            }
        }
        var ids = fired.keySet().stream().map(s -> pack.signals().get(s).id()).toList();
        var missing = pack.requires().stream()
                .filter(group -> group.stream().noneMatch(ids::contains))
                .toList();
        return new Score(pack, (1 - notFor) * notAgainst, ids, missing, ordered());
    }

    /** Of the signals that speak for the topic, title first, in reading order. */
    private List<Evidence> ordered() {
        var against = pack.signals().stream()
                .filter(s -> s.weight() < 0)
                .map(TopicPack.Signal::id)
                .toList();
        return evidence.stream()
                .filter(e -> !against.contains(e.signal()))
                .sorted(Comparator.comparing(Evidence::field).thenComparing(Evidence::start))
                .toList();
    }
}
