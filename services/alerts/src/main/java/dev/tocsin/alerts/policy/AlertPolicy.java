package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Member;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a changed story rings. It rings once when it begins; then for each new independent origin, each new
 * language and each doubling of its articles. All else changes the story, and no desk is disturbed.
 */
public final class AlertPolicy {
    /**
     * The next alert of a story, if it rings.
     *
     * @param state the story after the sighting, {@code told} what the desk knows
     * @param cause the article that changed it
     * @param alertedAt now
     */
    public Optional<Alert> ring(StoryState state, Sighting cause, Instant alertedAt) {
        var story = state.story();
        var told = state.told();
        var changes = Changes.since(told, story);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        var article = cause.fetched();
        return Optional.of(new Alert(
                story.id(),
                story.topic(),
                told.revision() + 1,
                told.revision() == 0 ? Alert.MsgType.Alert : Alert.MsgType.Update,
                CapWords.status(story),
                CapWords.urgency(cause),
                Alert.Severity.Unknown,
                CapWords.certainty(story),
                story.headline(),
                story.language(),
                Quotes.of(cause),
                changes,
                story.articleCount(),
                story.independentOrigins(),
                story.languages(),
                story.credibility(),
                new Alert.Times(
                        article.publishedAt(),
                        article.fetchedAt(),
                        cause.article().classifiedAt(),
                        alertedAt),
                state.members().stream().map(Member::link).toList()));
    }
}
