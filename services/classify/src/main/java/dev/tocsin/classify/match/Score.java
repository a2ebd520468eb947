package dev.tocsin.classify.match;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.TopicPack;
import java.util.List;

/**
 * How an article meets a pack, whether it belongs to the topic or not.
 *
 * @param value 0 to 1
 * @param fired ids of the signals that fired
 * @param behind those of them that fired only behind the beginning of the text, where they count less
 * @param missing the required groups of which no signal fired
 */
public record Score(
        TopicPack pack,
        double value,
        List<String> fired,
        List<String> behind,
        List<List<String>> missing,
        List<Evidence> evidence) {
    /** Whether the article belongs to the topic. */
    public boolean belongs() {
        return missing.isEmpty() && value >= pack.threshold();
    }
}
