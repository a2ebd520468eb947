package dev.tocsin.archive.anew;

import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the desk thinks of a story: whether it belongs to its topic.
 *
 * @param at when it was last judged
 */
public record Judgement(String story, boolean relevant, Instant at) {
    private static final Comparator<Verdict> DECIDED =
            Comparator.comparing(Verdict::at).thenComparing(Verdict::id);

    /**
     * The judgements that verdicts amount to, newest first. Of each analyst the latest on a story counts: relevant, irrelevant, or
     * acknowledged, which takes either back; a mute says nothing of it. Where analysts disagree the majority counts, and an
     * even split is no judgement.
     */
    public static List<Judgement> of(Collection<Verdict> verdicts) {
        var byStory = new LinkedHashMap<String, Map<String, Verdict>>();
        for (var verdict : verdicts) {
            if (verdict.verdict() != Verdict.Kind.MUTED) {
                byStory.computeIfAbsent(verdict.story(), s -> new HashMap<>())
                        .merge(verdict.by(), verdict, (a, b) -> DECIDED.compare(a, b) >= 0 ? a : b);
            }
        }
        var judgements = new ArrayList<Judgement>();
        byStory.forEach((story, byAnalyst) -> of(story, byAnalyst.values()).ifPresent(judgements::add));
        judgements.sort(Comparator.comparing(Judgement::at)
                .thenComparing(Judgement::story)
                .reversed());
        return judgements;
    }

    private static Optional<Judgement> of(String story, Collection<Verdict> latest) {
        int balance = 0;
        var at = Instant.MIN;
        for (var verdict : latest) {
            int vote =
                    switch (verdict.verdict()) {
                        case RELEVANT -> 1;
                        case IRRELEVANT -> -1;
                        case ACKNOWLEDGED, MUTED -> 0;
                    };
            balance += vote;
            if (vote != 0 && verdict.at().isAfter(at)) {
                at = verdict.at();
            }
        }
        return balance == 0 ? Optional.empty() : Optional.of(new Judgement(story, balance > 0, at));
    }
}
