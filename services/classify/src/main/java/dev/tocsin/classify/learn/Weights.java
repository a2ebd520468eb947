package dev.tocsin.classify.learn;

import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;

/**
 * The numbers of a pack that can be learned. They are thought of as evidence, in nats: a weight w that speaks for the topic is
 * −ln(1 − w), one that speaks against it ln(1 − |w|), and the threshold t asks for −ln(1 − t). The score 1 − Π(1 − w) / Π(1 − |n|)
 * (noisy-or, see {@code match.Scores}) reaches t exactly where the evidence of the signals that fired, summed up, reaches that
 * of t: to belong or not is a linear decision, which is why a logistic regression can be read back as weights.
 *
 * @param of the weights by the signals' place in the pack, from -1 to 1, not 0
 */
record Weights(double[] of, double threshold, double titleBoost) {
    /** What one signal in a title can count at most, as {@code match.Scores} has it. */
    private static final double MOST_FOR_ONE = 0.99;

    /** The part of its weight that counts where it fires only behind the beginning of a text, as it has that as well. */
    private static final double BEHIND_LEAD = 0.6;

    private static final double VETO = -1;

    static Weights of(TopicPack pack) {
        return new Weights(
                pack.signals().stream().mapToDouble(TopicPack.Signal::weight).toArray(),
                pack.threshold(),
                pack.titleBoost());
    }

    /** The evidence of a weight; infinite for 1 and −1. */
    static double evidence(double weight) {
        return weight < 0 ? Math.log1p(weight) : -Math.log1p(-weight);
    }

    /** The evidence of a signal that had this weight, where it fires in a text. */
    static double evidence(double weight, int signal, Sample sample, double titleBoost) {
        return evidence(counted(weight, signal, sample, titleBoost));
    }

    double evidence(int signal, Sample sample) {
        return evidence(of[signal], signal, sample, titleBoost);
    }

    private static double counted(double weight, int signal, Sample sample, double titleBoost) {
        if (sample.inTitle().get(signal)) {
            return weight < 0 ? weight : Math.min(MOST_FOR_ONE, weight * titleBoost);
        }
        return sample.behind().get(signal) && weight > VETO ? weight * BEHIND_LEAD : weight;
    }

    /** The score that {@code match.Scores} gives. */
    double score(Sample sample) {
        double notFor = 1;
        double notAgainst = 1;
        for (int signal = 0; signal < of.length; signal++) {
            if (!sample.fired(signal)) {
                continue;
            }
            double weight = counted(of[signal], signal, sample, titleBoost);
            if (weight < 0) {
                notAgainst *= 1 + weight;
            } else {
                notFor *= 1 - weight;
            }
        }
        return notAgainst > 0 ? Math.max(0, 1 - notFor / notAgainst) : 0;
    }

    boolean belongs(Sample sample) {
        return sample.complete() && score(sample) >= threshold;
    }

    /** The pack with these numbers instead of its own. */
    TopicPack in(TopicPack pack, int version, String note) {
        var signals = new ArrayList<TopicPack.Signal>();
        for (int i = 0; i < of.length; i++) {
            var signal = pack.signals().get(i);
            signals.add(new TopicPack.Signal(signal.id(), of[i], signal.terms(), signal.near()));
        }
        return new TopicPack(
                pack.id(),
                version,
                pack.name(),
                pack.description(),
                pack.mediaTopics(),
                threshold,
                pack.titleBoost(),
                signals,
                pack.requires(),
                pack.examples(),
                note);
    }
}
