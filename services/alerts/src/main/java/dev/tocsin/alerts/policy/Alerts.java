package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.ledger.Credibility;
import dev.tocsin.alerts.story.Cause;
import dev.tocsin.alerts.story.Member;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.OriginMember;
import dev.tocsin.contracts.StoryOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes alerts. */
final class Alerts {
    private static final int MOST_CHANGES = 30;
    private static final int MOST_ORIGINS = 20;
    private static final int MOST_PLACES = 20;

    private Alerts() {}

    static Alert of(
            StoryState state,
            Alert.MsgType type,
            Alert.Severity severity,
            Cause cause,
            List<Alert.Change> changes,
            TopicRules rules,
            Instant now) {
        var story = state.story();
        int credibility =
                Objects.requireNonNullElseGet(story.credibility(), () -> Credibility.of(state.standingOrigins()));
        return new Alert(
                story.id(),
                story.topic(),
                state.told().revision() + 1,
                type,
                CapWords.status(story),
                CapWords.urgency(cause, rules),
                severity,
                CapWords.certainty(story, credibility),
                story.headline(),
                story.language(),
                cause.why(),
                changes,
                story.articleCount(),
                story.independentOrigins(),
                story.languages(),
                credibility,
                new Alert.Times(cause.published(), cause.fetched(), cause.classified(), now),
                state.members().stream().map(Member::link).toList(),
                state.standingOrigins().stream()
                        .limit(MOST_ORIGINS)
                        .map(Alerts::origin)
                        .toList(),
                cause.names(),
                story.places().stream()
                        .limit(MOST_PLACES)
                        .map(p -> new Alert.Where(p.id(), p.name(), p.country()))
                        .toList(),
                story.places().stream()
                        .map(p -> p.country())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                state.told().judgement().acknowledgedBy(),
                story.exercise());
    }

    /** @param quiet whether a mute held some of it back */
    static List<Alert.Change> changes(List<News> news, boolean quiet) {
        var changes = new ArrayList<Alert.Change>();
        if (quiet) {
            var text = "while muted: " + news.size() + (news.size() == 1 ? " change" : " changes");
            changes.add(new Alert.Change("muted", text, null, Integer.toString(news.size())));
        }
        news.stream().limit(MOST_CHANGES).map(News::change).forEach(changes::add);
        if (news.size() > MOST_CHANGES) {
            var text = "and " + (news.size() - MOST_CHANGES) + " more changes";
            changes.add(new Alert.Change("more", text, null, Integer.toString(news.size() - MOST_CHANGES)));
        }
        return changes;
    }

    private static Alert.Origin origin(StoryOrigin origin) {
        return new Alert.Origin(
                origin.source(),
                origin.name(),
                origin.reliability(),
                origin.articles().size(),
                origin.members().stream()
                        .filter(member -> !origin.source().equals(member.source()))
                        .map(OriginMember::name)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }
}
