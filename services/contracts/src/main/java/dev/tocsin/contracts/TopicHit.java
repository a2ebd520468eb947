package dev.tocsin.contracts;

import java.util.List;

/**
 * An article belongs to a topic, and why.
 *
 * @param topic the pack's id
 * @param version the pack's version, so that a later pack rewrites no history
 * @param score 0 to 1, at least the pack's threshold
 */
public record TopicHit(String topic, int version, double score, List<Evidence> evidence) {
    public TopicHit {
        Checks.required(topic, "topic");
        Checks.atLeast(1, version, "version");
        Checks.share(score, "score");
        evidence = Checks.list(evidence);
    }
}
