package dev.tocsin.classify.match;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The words that a score rests on: of the signals that speak for the topic, the weightiest first taken, a few places each; then
 * title first, in reading order. What hardly counts but as a part of something near is shown with that.
 */
final class Proof {
    private static final int MOST_OF_SIGNAL_IN_FIELD = 3;
    private static final int MOST = 40;
    private static final double LEAST_OF_PART = 0.1;

    private Proof() {}

    static List<Evidence> of(TopicPack pack, List<Scores.Fired> fired) {
        var evidence = new ArrayList<Evidence>();
        for (var each : byWeight(pack, fired)) {
            var signal = pack.signals().get(each.signal());
            for (var span : each.spans()) {
                if (evidence.size() < MOST && isNew(evidence, signal.id(), each.field(), span)) {
                    evidence.add(new Evidence(signal.id(), each.field(), span.start(), span.end(), each.term()));
                }
            }
        }
        evidence.sort(Comparator.comparing(Evidence::field).thenComparing(Evidence::start));
        return List.copyOf(evidence);
    }

    private static List<Scores.Fired> byWeight(TopicPack pack, List<Scores.Fired> fired) {
        var counting = new ArrayList<Scores.Fired>();
        for (var each : fired) {
            double weight = pack.signals().get(each.signal()).weight();
            if (weight >= LEAST_OF_PART || weight > 0 && !isPart(pack, each.signal())) {
                counting.add(each);
            }
        }
        counting.sort(Comparator.comparingDouble(
                        (Scores.Fired each) -> pack.signals().get(each.signal()).weight())
                .reversed());
        return counting;
    }

    /** Whether a signal is one of those that another one wants near each other. */
    private static boolean isPart(TopicPack pack, int signal) {
        var id = pack.signals().get(signal).id();
        return pack.signals().stream()
                .map(TopicPack.Signal::near)
                .anyMatch(near -> near != null && near.of().contains(id));
    }

    private static boolean isNew(List<Evidence> evidence, String signal, Field field, Span span) {
        int same = 0;
        for (var e : evidence) {
            if (e.signal().equals(signal) && e.field() == field) {
                same++;
                if (same == MOST_OF_SIGNAL_IN_FIELD || e.start() < span.end() && span.start() < e.end()) {
                    return false;
                }
            }
        }
        return true;
    }
}
