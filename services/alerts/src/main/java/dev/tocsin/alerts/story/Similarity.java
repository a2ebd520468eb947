package dev.tocsin.alerts.story;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How alike an article and a story are: the cosine of their words where they have a language in common, of their names
 * and figures where not, both weighted by rarity (tf-idf) and less the further apart they are in event time.
 */
final class Similarity {
    private static final int CANDIDATES = 8;
    private static final double WORDS_SHARE = 0.7;

    /** One name in common is a coincidence. */
    private static final int FEWEST_SIGNS = 3;

    /** What is left of a likeness at the window's end. */
    private static final double FADED = 0.6;

    private final StoryRules rules;

    Similarity(StoryRules rules) {
        this.rules = rules;
    }

    private record Scored(OpenStories.Entry story, double score) {}

    /** The story that an article belongs to, if it belongs to any. */
    Optional<OpenStories.Entry> home(OpenStories open, Features features, Sighting sighting) {
        var words = Vector.of(features.words(), open.rarityOfWords(features.language()));
        var signs = Vector.of(features.signs(), open.rarityOfSigns());
        var best = Optional.<Scored>empty();
        for (var story : open.candidates(features.language(), words.weights(), signs.weights(), CANDIDATES)) {
            double closeness = closeness(story, sighting);
            if (closeness == 0) {
                continue;
            }
            var profile = story.profile();
            double score = closeness * likeness(words, signs, profile.wordsIn(features.language()), profile.signs());
            if (score >= 1 && best.map(b -> score > b.score()).orElse(true)) {
                best = Optional.of(new Scored(story, score));
            }
        }
        return best.map(Scored::story);
    }

    /**
     * 1 within the story's time, fading to the window's end, then 0. Where one of them is not dated, all that is known is
     * that they came in at about the same time.
     */
    private double closeness(OpenStories.Entry story, Sighting sighting) {
        if (!story.dated() || !sighting.isDated()) {
            return closeness(Duration.between(story.active(), sighting.clock()).abs());
        }
        var at = sighting.eventTime();
        var first = at.isBefore(story.firstSeen()) ? at : story.firstSeen();
        var last = at.isAfter(story.lastSeen()) ? at : story.lastSeen();
        var gap = Duration.between(first, story.firstSeen()).plus(Duration.between(story.lastSeen(), last));
        return Duration.between(first, last).compareTo(rules.maxSpan()) > 0 ? 0 : closeness(gap);
    }

    private double closeness(Duration gap) {
        if (gap.compareTo(rules.window()) > 0) {
            return 0;
        }
        double share = (double) gap.toMillis() / rules.window().toMillis();
        return 1 - (1 - FADED) * share;
    }

    /** The cosine in units of the threshold that holds for it: 1 is just enough. */
    private double likeness(Vector words, Vector signs, Terms storyWords, Terms storySigns) {
        if (storyWords.isEmpty()) {
            return signs.shared(storySigns) < FEWEST_SIGNS ? 0 : signs.cosine(storySigns) / rules.crossSimilarity();
        }
        double byWords = words.cosine(storyWords);
        double both = signs.isEmpty() ? byWords : WORDS_SHARE * byWords + (1 - WORDS_SHARE) * signs.cosine(storySigns);
        return both / rules.similarity();
    }

    /** One side of the comparisons, weighed once for all of them. */
    private record Vector(Map<String, Double> weights, double length, OpenStories.Rarity rarity) {
        static Vector of(Map<String, Float> features, OpenStories.Rarity rarity) {
            var weights = HashMap.<String, Double>newHashMap(features.size());
            double squared = 0;
            for (var feature : features.entrySet()) {
                double weight = feature.getValue() * rarity.of(feature.getKey());
                weights.put(feature.getKey(), weight);
                squared += weight * weight;
            }
            return new Vector(weights, Math.sqrt(squared), rarity);
        }

        boolean isEmpty() {
            return weights.isEmpty();
        }

        int shared(Terms other) {
            int shared = 0;
            for (var name : other.names()) {
                shared += weights.containsKey(name) ? 1 : 0;
            }
            return shared;
        }

        double cosine(Terms other) {
            double product = 0;
            double squared = 0;
            for (int i = 0; i < other.names().length; i++) {
                var name = other.names()[i];
                double theirs = other.weights()[i] * rarity.of(name);
                squared += theirs * theirs;
                var mine = weights.get(name);
                if (mine != null) {
                    product += mine * theirs;
                }
            }
            return product == 0 ? 0 : product / (length * Math.sqrt(squared));
        }
    }
}
