package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Member;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the desk is told when stories are regrouped, beyond what {@link AlertPolicy} tells of each. */
public final class Regrouped {
    /** Kind of the change that withdraws the alert of a story that was merged. */
    static final String MERGED = "merged";

    private Regrouped() {}

    /**
     * Withdraws what rang of a story that is part of another now; nothing where it never rang.
     *
     * @param taken its last state, with what the desk was told of it
     * @param taker the story that holds its articles now
     * @param cause the article that showed that they are one
     */
    public static Optional<Alert> cancel(StoryState taken, StoryState taker, Sighting cause, Instant alertedAt) {
        var told = taken.told();
        if (told.revision() == 0) {
            return Optional.empty();
        }
        var story = taken.story();
        var change = new Alert.Change(
                MERGED, "now part of the story: " + taker.story().headline(), story.id(), taker.id());
        return Optional.of(new Alert(
                story.id(),
                story.topic(),
                told.revision() + 1,
                Alert.MsgType.Cancel,
                CapWords.status(story),
                Alert.Urgency.Unknown,
                Alert.Severity.Unknown,
                CapWords.certainty(story),
                story.headline(),
                story.language(),
                List.of(),
                List.of(change),
                story.articleCount(),
                story.independentOrigins(),
                story.languages(),
                story.credibility(),
                times(cause, alertedAt),
                taken.members().stream().map(Member::link).toList()));
    }

    private static Alert.Times times(Sighting cause, Instant alertedAt) {
        var article = cause.fetched();
        return new Alert.Times(
                article.publishedAt(), article.fetchedAt(), cause.article().classifiedAt(), alertedAt);
    }
}
