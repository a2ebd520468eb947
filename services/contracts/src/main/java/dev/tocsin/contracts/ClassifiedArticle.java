package dev.tocsin.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that was understood: the JSON of {@link DetectedArticle} with what was found in it. Lists are empty where
 * nothing was found or nobody looked.
 *
 * @param topics the topics it belongs to, best first
 * @param actors people, states and organisations named in it
 * @param fingerprint 64-bit SimHash of its words in hexadecimal, for near copies; null while nothing computes it
 * @param signature language-independent keys that a translation shares with its original
 */
public record ClassifiedArticle(
        @JsonUnwrapped DetectedArticle detected,
        Instant classifiedAt,
        List<TopicHit> topics,
        List<Actor> actors,
        List<Place> places,
        List<Claim> claims,
        List<Reaction> reactions,
        @Nullable String fingerprint,
        List<String> signature) {
    public ClassifiedArticle {
        Checks.required(detected, "article");
        Checks.required(classifiedAt, "classifiedAt");
        topics = Checks.list(topics);
        actors = Checks.list(actors);
        places = Checks.list(places);
        claims = Checks.list(claims);
        reactions = Checks.list(reactions);
        signature = Checks.list(signature);
    }

    /** What ingest read. */
    public FetchedArticle fetched() {
        return detected.article();
    }
}
