package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Place;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.StoryReaction;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A story of the same topic that speaks of the same places or actors at about the same time. */
public record SimilarView(
        String id, String headline, String language, int articleCount, Moment last, List<String> shared) {
    private static final int MOST = 6;
    private static final int MOST_SHARED = 4;
    /** After so long two stories are half as near. */
    private static final double NEAR_HOURS = 72;

    private record Scored(Story story, List<String> shared, double score) {}

    static List<SimilarView> of(Dossier dossier) {
        var here = dossier.story().orElse(null);
        if (here == null) {
            return List.of();
        }
        var mine = marks(here);
        return dossier.others().stream()
                .filter(s -> !s.id().equals(here.id()) && s.state() != Story.State.MERGED)
                .map(s -> scored(here, mine, s))
                .filter(s -> !s.shared().isEmpty())
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST)
                .map(s -> new SimilarView(
                        s.story().id(),
                        s.story().headline().isBlank()
                                ? dossier.speech().say("noHeadline")
                                : s.story().headline(),
                        s.story().language(),
                        s.story().articleCount(),
                        Moment.of("Latest article", s.story().lastSeen()),
                        s.shared().stream()
                                .limit(MOST_SHARED)
                                .map(dossier.speech()::state)
                                .toList()))
                .toList();
    }

    /** The share of common names among all (Jaccard), less the further apart in time. */
    private static Scored scored(Story here, Set<String> mine, Story other) {
        var theirs = marks(other);
        var shared = mine.stream().filter(theirs::contains).sorted().toList();
        var all = new HashSet<>(mine);
        all.addAll(theirs);
        double hours = apart(here, other).toMinutes() / 60.0;
        double score = all.isEmpty() ? 0 : shared.size() / (double) all.size() * NEAR_HOURS / (NEAR_HOURS + hours);
        return new Scored(other, shared, score);
    }

    private static Duration apart(Story one, Story other) {
        var gap = one.firstSeen().isAfter(other.lastSeen())
                ? Duration.between(other.lastSeen(), one.firstSeen())
                : Duration.between(one.lastSeen(), other.firstSeen());
        return gap.isNegative() ? Duration.ZERO : gap;
    }

    private static Set<String> marks(Story story) {
        return Stream.concat(
                        story.places().stream().map(Place::name),
                        story.reactions().stream().map(StoryReaction::actor))
                .collect(Collectors.toSet());
    }
}
