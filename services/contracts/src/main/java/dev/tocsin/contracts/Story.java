package dev.tocsin.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Articles about one event, within one topic.
 *
 * @param revision grows by one with each change; of two revisions the higher is true
 * @param headline the best title so far, in {@code language}
 * @param firstSeen event time of its earliest article
 * @param lastSeen event time of its latest article
 * @param languages tags in the order they joined
 * @param articleCount all articles, copies and translations included
 * @param independentOrigins how many first publishers stand behind them
 * @param origins one for each independent first publisher, with the articles that rest on it
 * @param credibility NATO/Admiralty 1 (confirmed) to 6 (cannot be judged); null while nothing judges it
 * @param mergedInto the story that took this one in, when {@code state} is merged
 * @param replay true when it was gathered from replayed articles
 * @param exercise number of the play that these belong to, as they say it
 */
public record Story(
        String id,
        String topic,
        int revision,
        String headline,
        String language,
        Instant firstSeen,
        Instant lastSeen,
        List<String> languages,
        int articleCount,
        int independentOrigins,
        List<StoryOrigin> origins,
        List<LedgerLine> ledger,
        List<StoryReaction> reactions,
        List<Place> places,
        @Nullable Integer credibility,
        State state,
        @Nullable String mergedInto,
        boolean replay,
        @Nullable Integer exercise) {
    /** Where a story is in its life. */
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("merged")
        MERGED
    }

    public Story {
        Checks.required(id, "id");
        Checks.required(topic, "topic");
        Checks.atLeast(1, revision, "revision");
        Checks.present(headline, "headline");
        Checks.required(language, "language");
        Checks.required(firstSeen, "firstSeen");
        Checks.required(lastSeen, "lastSeen");
        languages = Checks.names(languages, "languages");
        Checks.atLeast(0, articleCount, "articleCount");
        Checks.atLeast(0, independentOrigins, "independentOrigins");
        Checks.credibility(credibility);
        origins = Checks.list(origins);
        ledger = Checks.list(ledger);
        reactions = Checks.list(reactions);
        places = Checks.list(places);
        Checks.required(state, "state");
    }
}
