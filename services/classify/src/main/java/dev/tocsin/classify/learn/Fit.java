package dev.tocsin.classify.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A logistic regression over the signals of a pack, regularised towards the weights it has. With the evidence E of a text and
 * T of the threshold ({@link Weights}) it takes P(relevant) = 1 / (1 + exp(−k (E − T))) and looks for the weights that make
 *
 * <pre>Σ texts weight · ln(1 + exp(∓ k (E − T)))  +  Σ numbers (e − e₀)² / 2s²</pre>
 *
 * least: the penalty of ridge regression (Hoerl and Kennard 1970; for logistic models le Cessie and van Houwelingen 1992), with
 * the present evidence e₀ as the prior's mean instead of 0, so that few verdicts change little. Its width s grows with
 * e₀: a signal that is a mere part of others stays one. Minimised by cyclic coordinate descent (Friedman, Hastie and Tibshirani
 * 2010) on hundredths, so that what is proposed is what was tried; the boost of titles and the discount behind a text's beginning, which are not linear, are exact.
 * Signs stay, and so do weights of 1 and −1, which are rules and not evidence.
 */
final class Fit {
    /** How sharply evidence decides: half a nat beyond the threshold is odds of some 7 to 1. */
    private static final double STEEPNESS = 4;

    /** The prior's width, in parts of the present evidence. */
    private static final double WIDTH = 0.25;

    private static final double LEAST_EVIDENCE = 0.1;
    private static final int LEAST_THRESHOLD = 5;
    private static final int MOST = 99;
    private static final int MOST_ROUNDS = 60;
    private static final double WORTH_WHILE = 1e-7;

    private final Weights start;
    private final List<Sample> samples = new ArrayList<>();
    private final double[] weights;
    private final double[] evidence;
    private double threshold;

    private Fit(Weights start, List<Sample> all) {
        this.start = start;
        weights = start.of().clone();
        threshold = start.threshold();
        all.stream().filter(s -> s.complete() && isFinite(s)).forEach(samples::add);
        evidence = new double[samples.size()];
    }

    /**
     * The weights that fit best.
     *
     * @param judged what was learned from; a signal that fired in none of it keeps its weight
     * @param more what is to hold besides: the pack's own examples
     */
    static Weights of(Weights start, List<Sample> judged, List<Sample> more) {
        var all = new ArrayList<>(judged);
        all.addAll(more);
        var fit = new Fit(start, all);
        var free = new BitSet();
        for (var sample : judged) {
            free.or(sample.inTitle());
            free.or(sample.inText());
        }
        fit.run(free);
        return new Weights(fit.weights, fit.threshold, start.titleBoost());
    }

    private boolean isFinite(Sample sample) {
        for (int i = 0; i < weights.length; i++) {
            if (sample.fired(i) && Double.isInfinite(start.evidence(i, sample))) {
                return false;
            }
        }
        return true;
    }

    private void run(BitSet free) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            sumUp();
            double gained = fitThreshold();
            for (int signal = free.nextSetBit(0); signal >= 0; signal = free.nextSetBit(signal + 1)) {
                if (Math.abs(start.of()[signal]) < 1) {
                    gained += fitWeight(signal);
                }
            }
            if (gained < WORTH_WHILE) {
                return;
            }
        }
    }

    /** Anew in each round, so that roundings do not add up. */
    private void sumUp() {
        var now = new Weights(weights, threshold, start.titleBoost());
        for (int s = 0; s < evidence.length; s++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += samples.get(s).fired(i) ? now.evidence(i, samples.get(s)) : 0;
            }
            evidence[s] = sum;
        }
    }

    private double fitThreshold() {
        IntToDoubleFunction cost = t -> thresholdCost(t / 100.0);
        double before = thresholdCost(threshold);
        int best = least(cost, LEAST_THRESHOLD, MOST);
        double gain = before - cost.applyAsDouble(best);
        if (gain <= WORTH_WHILE) {
            return 0;
        }
        threshold = best / 100.0;
        return gain;
    }

    private double thresholdCost(double at) {
        double asked = asked(at);
        double cost = penalty(asked, asked(start.threshold()));
        for (int s = 0; s < evidence.length; s++) {
            cost += loss(samples.get(s), evidence[s] - asked);
        }
        return cost;
    }

    private double fitWeight(int signal) {
        double sign = Math.signum(weights[signal]);
        var firing = firing(signal);
        IntToDoubleFunction cost = w -> weightCost(signal, firing, sign * w / 100);
        double before = weightCost(signal, firing, weights[signal]);
        int best = least(cost, 1, MOST);
        double gain = before - cost.applyAsDouble(best);
        if (gain <= WORTH_WHILE) {
            return 0;
        }
        double next = sign * best / 100;
        for (int s : firing) {
            evidence[s] += change(signal, s, next);
        }
        weights[signal] = next;
        return gain;
    }

    private double weightCost(int signal, int[] firing, double weight) {
        double cost = penalty(Weights.evidence(weight), Weights.evidence(start.of()[signal]));
        for (int s : firing) {
            cost += loss(samples.get(s), evidence[s] + change(signal, s, weight) - asked(threshold));
        }
        return cost;
    }

    private double change(int signal, int sample, double weight) {
        var of = samples.get(sample);
        double boost = start.titleBoost();
        return Weights.evidence(weight, signal, of, boost) - Weights.evidence(weights[signal], signal, of, boost);
    }

    private int[] firing(int signal) {
        return IntStream.range(0, samples.size())
                .filter(s -> samples.get(s).fired(signal))
                .toArray();
    }

    private static double asked(double threshold) {
        return -Math.log1p(-Math.min(threshold, MOST / 100.0));
    }

    private static double penalty(double evidence, double before) {
        double width = WIDTH * Math.max(LEAST_EVIDENCE, Math.abs(before));
        double off = (evidence - before) / width;
        return off * off / 2;
    }

    private static double loss(Sample sample, double margin) {
        double wrong = STEEPNESS * (sample.relevant() ? -margin : margin);
        return sample.weight() * (Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong))));
    }

    /** The place of the least value between two places, of a function that falls and then rises (ternary search). */
    private static int least(IntToDoubleFunction cost, int from, int to) {
        int low = from;
        int high = to;
        while (high - low > 2) {
            int third = (high - low) / 3;
            if (cost.applyAsDouble(low + third) <= cost.applyAsDouble(high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        int best = low;
        for (int at = low + 1; at <= high; at++) {
            best = cost.applyAsDouble(at) < cost.applyAsDouble(best) ? at : best;
        }
        return best;
    }
}
