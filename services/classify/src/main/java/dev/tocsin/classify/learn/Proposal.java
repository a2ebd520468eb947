package dev.tocsin.classify.learn;

import dev.tocsin.contracts.TopicPack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other weights for a pack, with all that one needs to decide on them. Nothing is changed by it.
 *
 * @param topic the pack's id
 * @param from the version that it starts from
 * @param verdicts what it was learned from
 * @param words in a sentence, whether it is worth while
 * @param changed whether it differs from the pack as it is
 * @param signals of the pack, in its order
 * @param before the pack as it is, on these verdicts
 * @param after the proposal, on the verdicts that it was fitted to: better than it will be
 * @param unseen the same fit on stories it had not seen, by cross-validation: what to expect
 * @param folds how often that was done, each with another part of the stories held out
 * @param broken the pack's own examples that would not hold; with any, the pack would be refused
 * @param pack the proposal as a pack, of the next version
 * @param yaml the same, as a file
 */
public record Proposal(
        String topic,
        int from,
        Verdicts verdicts,
        String words,
        boolean changed,
        Number threshold,
        List<Number> signals,
        Figures before,
        Figures after,
        Figures unseen,
        int folds,
        List<Broken> broken,
        TopicPack pack,
        String yaml)
        implements Refit {

    /** How many stories were judged, and how many texts they have. */
    public record Verdicts(int relevant, int irrelevant, int texts) {}

    /**
     * A weight, or the threshold.
     *
     * @param id of the signal; {@code threshold}
     * @param relevant in how many texts of relevant stories it fired; of the threshold, that are there
     * @param irrelevant the same of irrelevant ones
     */
    public record Number(String id, double before, double after, int relevant, int irrelevant) {}

    /**
     * An example that would not hold.
     *
     * @param key its place in the pack, such as {@code match[3]}
     * @param text its beginning
     * @param score that it would have
     */
    public record Broken(String key, @Nullable String text, double score) {}
}
