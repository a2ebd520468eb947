package dev.tocsin.alerts.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How alike an article and a story are, or two stories: the cosine of their words where they have a language in common,
 * of their names and figures where not, both weighted by rarity (tf-idf) and less the further apart they are in event time.
 */
final class Similarity {
    private static final int CANDIDATES = 8;

    /** Words tell more of what happened than names, which the whole topic shares. */
    private static final double WORDS_SHARE = 0.8;

    /** So many stories more than there are have none of the words, or the first few would find each word rare. */
    private static final double SMOOTHING = 20;

    /** One name in common is a coincidence. */
    private static final int FEWEST_SIGNS = 3;

    /** What is left of a likeness at the window's end. */
    private static final double FADED = 0.6;

    /** Two stories are one at so many times the likeness that an article joins at: sums are more alike than parts. */
    private static final double MERGES = 1.3;

    private final StoryRules rules;

    Similarity(StoryRules rules) {
        this.rules = rules;
    }

    /**
     * A story that an article may belong to.
     *
     * @param score its likeness, where 1 is just enough to join
     */
    record Scored(OpenStories.Entry story, double score) {}

    /** When something happened, and when it came in. */
    private record When(boolean dated, Instant first, Instant last, Instant active) {
        static When of(OpenStories.Entry story) {
            return new When(story.dated(), story.firstSeen(), story.lastSeen(), story.active());
        }

        static When of(Outline story) {
            return new When(story.dated(), story.firstSeen(), story.lastSeen(), story.active());
        }

        static When of(Sighting sighting) {
            return new When(sighting.isDated(), sighting.eventTime(), sighting.eventTime(), sighting.clock());
        }
    }

    /** The stories that have something of an article, the most alike first. */
    List<Scored> alike(OpenStories open, Features features, Sighting sighting) {
        var postings = open.words(features.language());
        var words = Weighed.of(features.words(), rarity(open, postings));
        var signs = Weighed.of(features.signs(), rarity(open, open.signs()));
        var when = When.of(sighting);
        var alike = new ArrayList<Scored>();
        for (var story : Candidates.of(open, postings, words, signs, CANDIDATES)) {
            double closeness = closeness(When.of(story), when);
            if (closeness > 0) {
                var profile = story.profile();
                double likeness = likeness(words, signs, profile.wordsIn(features.language()), profile.signs());
                alike.add(new Scored(story, closeness * likeness));
            }
        }
        alike.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(scored -> scored.story()
                .id()));
        return alike;
    }

    /** How alike an article and a story are that need not be among the open ones, where 1 is just enough to join. */
    double alike(OpenStories open, Sample sample, Outline story) {
        var features = sample.features();
        var when = new When(sample.dated(), sample.at(), sample.at(), sample.at());
        return closeness(When.of(story), when)
                * alike(
                        open,
                        features,
                        story.profile().wordsIn(features.language()),
                        story.profile().signs());
    }

    /** How alike two articles are, whenever they came. */
    double alike(OpenStories open, Features one, Features other) {
        boolean isOneLanguage = one.language().equals(other.language());
        return alike(open, one, isOneLanguage ? other.words() : Terms.NONE, other.signs());
    }

    private double alike(OpenStories open, Features features, Terms words, Terms signs) {
        return likeness(
                Weighed.of(features.words(), rarity(open, open.words(features.language()))),
                Weighed.of(features.signs(), rarity(open, open.signs())),
                words,
                signs);
    }

    /** How alike two stories are, where 1 is just enough to be one. */
    double alike(OpenStories open, StoryState one, OpenStories.Entry other) {
        double closeness = closeness(When.of(Outline.of(one)), When.of(other));
        if (closeness == 0) {
            return 0;
        }
        var signs = Weighed.of(one.profile().signs(), rarity(open, open.signs()));
        double bySigns = signs.isEmpty() ? 0 : signs.cosine(other.profile().signs());
        double byWords = 0;
        double weight = 0;
        for (var tongue : one.profile().words().entrySet()) {
            var theirs = other.profile().wordsIn(tongue.getKey());
            if (!theirs.isEmpty()) {
                double share = Math.min(theirs.size(), tongue.getValue().size());
                byWords += share
                        * Weighed.of(tongue.getValue(), rarity(open, open.words(tongue.getKey())))
                                .cosine(theirs);
                weight += share;
            }
        }
        if (weight == 0) {
            return signs.shared(other.profile().signs()) < FEWEST_SIGNS
                    ? 0
                    : closeness * bySigns / (MERGES * rules.crossSimilarity());
        }
        double both = signs.isEmpty() ? byWords / weight : WORDS_SHARE * byWords / weight + (1 - WORDS_SHARE) * bySigns;
        return closeness * both / (MERGES * rules.similarity());
    }

    /** Inverse document frequency over the open stories, smoothed because they may be few. */
    private static Weighed.Rarity rarity(OpenStories open, Postings postings) {
        double stories = open.size() + SMOOTHING;
        return key -> Math.log(stories / (postings.count(key) + 0.5));
    }

    /**
     * 1 within the other's time, fading to the window's end, then 0. Where one of them is not dated, all that is known is
     * that they came in at about the same time.
     */
    private double closeness(When one, When other) {
        if (!one.dated() || !other.dated()) {
            return closeness(Duration.between(one.active(), other.active()).abs());
        }
        var first = one.first().isBefore(other.first()) ? one.first() : other.first();
        var last = one.last().isAfter(other.last()) ? one.last() : other.last();
        if (Duration.between(first, last).compareTo(rules.maxSpan()) > 0) {
            return 0;
        }
        var gap = one.last().isBefore(other.first())
                ? Duration.between(one.last(), other.first())
                : Duration.between(other.last(), one.first());
        return closeness(gap.isNegative() ? Duration.ZERO : gap);
    }

    private double closeness(Duration gap) {
        if (gap.compareTo(rules.window()) > 0) {
            return 0;
        }
        double share = (double) gap.toMillis() / rules.window().toMillis();
        return 1 - (1 - FADED) * share;
    }

    /** The cosine in units of the threshold that holds for it: 1 is just enough. */
    private double likeness(Weighed words, Weighed signs, Terms storyWords, Terms storySigns) {
        if (storyWords.isEmpty()) {
            return signs.shared(storySigns) < FEWEST_SIGNS ? 0 : signs.cosine(storySigns) / rules.crossSimilarity();
        }
        double byWords = words.cosine(storyWords);
        double both = signs.isEmpty() ? byWords : WORDS_SHARE * byWords + (1 - WORDS_SHARE) * signs.cosine(storySigns);
        return both / rules.similarity();
    }
}
