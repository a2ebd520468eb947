package dev.tocsin.classify.match;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words that a score rests on: of the signals that speak for the topic, a few places each, title first, in reading order. */
final class Proof {
    private static final int MOST_OF_SIGNAL_IN_FIELD = 3;
    private static final int MOST = 40;

    private Proof() {}

    static List<Evidence> of(TopicPack pack, List<Scores.Fired> fired) {
        var evidence = new ArrayList<Evidence>();
        for (var each : fired) {
            var signal = pack.signals().get(each.signal());
            if (signal.weight() < 0) {
                continue;
            }
            for (var span : each.spans()) {
                if (evidence.size() < MOST && isNew(evidence, signal.id(), each.field(), span)) {
                    evidence.add(new Evidence(signal.id(), each.field(), span.start(), span.end(), each.term()));
                }
            }
        }
        evidence.sort(Comparator.comparing(Evidence::field).thenComparing(Evidence::start));
        return List.copyOf(evidence);
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
