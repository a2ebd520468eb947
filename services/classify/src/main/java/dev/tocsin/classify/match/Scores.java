package dev.tocsin.classify.match;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What speaks for a topic and against it, as it is found, and the score that follows.
 *
 * <p>Signals count as independent chances (noisy-or, Pearl 1988), and what speaks against the topic takes back what
 * speaks for it: of weights w the score is 1 − Π(1 − w) / Π(1 − |n|), at least 0, over the signals w that speak for the
 * topic and n against it. So a weight and its negative cancel, a long report of the thing itself outweighs a passing word,
 * and −1 is a veto. A signal counts once, however often it fires; in the title with its weight times the pack's boost, at
 * most {@value #MOST_FOR_ONE}.
 */
final class Scores {
    private static final double MOST_FOR_ONE = 0.99;
    private static final int MOST_EVIDENCE_OF_SIGNAL_IN_FIELD = 3;
    private static final int MOST_EVIDENCE = 40;

    private final TopicPack pack;
    private final int stretch;
    private final Map<Integer, Map<Field, List<Span>>> fired = new LinkedHashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    /** @param stretch how many words of the text's language are one word of {@code near} */
    Scores(TopicPack pack, int stretch) {
        this.pack = pack;
        this.stretch = stretch;
    }

    /** Notes that a signal fired in a field, and where. */
    void fire(int signal, Field field, String term, List<Span> spans) {
        var places = fired.computeIfAbsent(signal, s -> new EnumMap<>(Field.class))
                .computeIfAbsent(field, f -> new ArrayList<>());
        var id = pack.signals().get(signal).id();
        for (var span : spans) {
            if (places.size() < Expression.MOST_SPANS) {
                places.add(span);
            }
            if (evidence.size() < MOST_EVIDENCE && isNew(id, field, span)) {
                evidence.add(new Evidence(id, field, span.start(), span.end(), term));
            }
        }
    }

    private boolean isNew(String signal, Field field, Span span) {
        int same = 0;
        for (var e : evidence) {
            if (e.signal().equals(signal) && e.field() == field) {
                same++;
                if (same == MOST_EVIDENCE_OF_SIGNAL_IN_FIELD || e.start() < span.end() && span.start() < e.end()) {
                    return false;
                }
            }
        }
        return true;
    }

    Score score() {
        fireWhatIsNear();
        double notFor = 1;
        double notAgainst = 1;
        for (var entry : fired.entrySet()) {
            double weight = pack.signals().get(entry.getKey()).weight();
            if (weight < 0) {
                notAgainst *= 1 + weight;
            } else {
                boolean inTitle = entry.getValue().containsKey(Field.TITLE);
                notFor *= 1 - (inTitle ? Math.min(MOST_FOR_ONE, weight * pack.titleBoost()) : weight);
            }
        }
        var ids = fired.keySet().stream().map(s -> pack.signals().get(s).id()).toList();
        var missing = pack.requires().stream()
                .filter(group -> group.stream().noneMatch(ids::contains))
                .toList();
        double value = notAgainst > 0 ? Math.max(0, 1 - notFor / notAgainst) : 0;
        return new Score(pack, value, ids, missing, ordered());
    }

    /** Fires the signals that are other signals standing near each other. */
    private void fireWhatIsNear() {
        for (int signal = 0; signal < pack.signals().size(); signal++) {
            var near = pack.signals().get(signal).near();
            if (near == null) {
                continue;
            }
            var term = String.join(" NEAR/" + near.words() + " ", near.of());
            for (var field : Field.values()) {
                var places = near.of().stream().map(id -> places(id, field)).toList();
                if (places.stream().noneMatch(List::isEmpty)) {
                    var spans = Nearness.between(near.words() * stretch, false).of(places);
                    if (!spans.isEmpty()) {
                        fire(signal, field, term, spans);
                    }
                }
            }
        }
    }

    private List<Span> places(String id, Field field) {
        for (var entry : fired.entrySet()) {
            if (pack.signals().get(entry.getKey()).id().equals(id)) {
                return entry.getValue().getOrDefault(field, List.of()).stream()
                        .sorted(Span.IN_READING_ORDER)
                        .toList();
            }
        }
        return List.of();
    }

    /** Of signals that speak for the topic, title first, in reading order. */
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
