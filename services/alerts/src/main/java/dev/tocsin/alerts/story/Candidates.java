package dev.tocsin.alerts.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The few stories worth comparing an article with: those that share its rarest, heaviest words and signs. What it costs
 * does not grow with the number of stories, because rare words come first and only so many places are looked up.
 */
final class Candidates {
    /** As many of an article's rarest words, and of its rarest signs, lead to candidates. */
    private static final int RAREST = 24;

    /** So many stories are touched for words, and for signs; the rarest word of all is always looked up. */
    private static final int MOST_TOUCHED = 1_200;

    /** Who promises less than this part of the best is not looked at. */
    private static final double PROMISING = 0.25;

    private final OpenStories open;
    private final double[] promise;
    private int[] touched = new int[256];
    private int size;

    private Candidates(OpenStories open) {
        this.open = open;
        promise = open.promises();
    }

    private record Promising(OpenStories.Entry story, double promise) {}

    /** The most promising first. */
    static List<OpenStories.Entry> of(OpenStories open, Postings worded, Weighed words, Weighed signs, int most) {
        var candidates = new Candidates(open);
        candidates.add(worded, words);
        candidates.add(open.signs(), signs);
        return candidates.best(most);
    }

    private void add(Postings postings, Weighed weighed) {
        record Rare(int key, int stories, double weight) {}
        // what a fifth of the stories share tells none of them from the others
        int commonest = Math.max(20, open.size() / 5);
        var rare = new ArrayList<Rare>();
        for (int i = 0; i < weighed.weights().length; i++) {
            int key = weighed.terms().keys()[i];
            int stories = postings.count(key);
            if (stories > 0 && stories <= commonest) {
                rare.add(new Rare(key, stories, weighed.weights()[i]));
            }
        }
        rare.sort(Comparator.comparingDouble(Rare::weight).reversed().thenComparingInt(Rare::key));
        int left = MOST_TOUCHED;
        for (var term : rare.subList(0, Math.min(RAREST, rare.size()))) {
            if (left < MOST_TOUCHED && term.stories() > left) {
                continue;
            }
            left -= term.stories();
            int[] slots = postings.slots(term.key());
            for (int i = 0; i < term.stories(); i++) {
                if (promise[slots[i]] == 0) {
                    touched = size == touched.length ? Arrays.copyOf(touched, size * 2) : touched;
                    touched[size++] = slots[i];
                }
                promise[slots[i]] += term.weight();
            }
        }
    }

    private List<OpenStories.Entry> best(int most) {
        double best = Arrays.stream(touched, 0, size)
                .mapToDouble(slot -> promise[slot])
                .max()
                .orElse(0);
        var found = new ArrayList<Promising>();
        for (int i = 0; i < size; i++) {
            var story = open.inSlot(touched[i]);
            if (story != null && promise[touched[i]] >= best * PROMISING) {
                found.add(new Promising(story, promise[touched[i]]));
            }
        }
        for (int i = 0; i < size; i++) {
            promise[touched[i]] = 0;
        }
        found.sort(Comparator.comparingDouble(Promising::promise)
                .reversed()
                .thenComparing(candidate -> candidate.story().id()));
        return found.stream().limit(most).map(Promising::story).toList();
    }
}
