package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Cause;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.alerts.story.Told;
import dev.tocsin.contracts.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells again what nobody acknowledged. */
final class Repeats {
    static final String REPEAT = "repeat";

    private Repeats() {}

    /** When a story will be told again if nobody acknowledges it; null for never. */
    @Nullable
    static Instant next(Told told, TopicRules topic) {
        var repeat = topic.repeat();
        return isOpen(told, repeat) && told.at() != null
                ? told.at().plus(repeat.after().multipliedBy(told.repeats() + 1L))
                : null;
    }

    static Ring due(StoryState state, Cause cause, TopicRules topic, Instant clock, Instant now) {
        var told = state.told();
        var severity = told.severity();
        if (severity == null
                || !isOpen(told, topic.repeat())
                || told.judgement().isMuted(clock)) {
            return Ring.silent(state, state.telling(told.lookingAgain(null)));
        }
        var change = new Alert.Change(REPEAT, "nobody has acknowledged this yet", null, null);
        var alert = Alerts.of(state, Alert.MsgType.Update, severity, cause, List.of(change), topic, now);
        var after = told.repeated(alert.revision());
        return new Ring(told.due(), state.telling(after.lookingAgain(next(after, topic))), Optional.of(alert));
    }

    private static boolean isOpen(Told told, TopicRules.Repeat repeat) {
        return told.repeats() < repeat.most()
                && !told.cancelled()
                && told.severity() != null
                && CapWords.steps(told.severity()) >= CapWords.steps(repeat.from())
                && told.judgement().acknowledgedBy() == null
                && told.judgement().irrelevantFrom() == null;
    }
}
