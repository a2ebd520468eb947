package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Cause;
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

    /** When a story will be told again if nobody acknowledges it; null for never, as where it is muted then. */
    @Nullable
    static Instant next(Told told, TopicRules topic) {
        var repeat = topic.repeat();
        if (told.at() == null || !isOpen(told, repeat)) {
            return null;
        }
        var next = told.at().plus(repeat.after().multipliedBy(told.repeats() + 1L));
        return told.judgement().isMuted(next) ? null : next;
    }

    /** What was decided, with the next repeat in sight: a change that waits longer must not displace it. */
    static Ring beside(Ring ring, TopicRules topic) {
        var told = ring.state().told();
        var next = next(told, topic);
        return next == null || told.due() != null && told.due().isBefore(next)
                ? ring
                : new Ring(ring.before(), ring.state().telling(told.lookingAgain(next)), ring.alert());
    }

    /** @param looked what was made of the changes that wait: nothing that rings */
    static Ring due(Ring looked, Cause cause, TopicRules topic, Instant clock, Instant now) {
        var state = looked.state();
        var told = state.told();
        var severity = told.severity();
        var next = next(told, topic);
        if (severity == null || next == null || next.isAfter(clock)) {
            return beside(looked, topic);
        }
        var change = new Alert.Change(REPEAT, "nobody has acknowledged this yet", null, null);
        var alert = Alerts.of(state, Alert.MsgType.Update, severity, cause, List.of(change), topic, now);
        var again = new Ring(looked.before(), state.telling(told.repeated(alert.revision())), Optional.of(alert));
        return beside(again, topic);
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
