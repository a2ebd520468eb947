package dev.tocsin.notify.routing;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the escalation of a story on a route is.
 *
 * @param generation how often it began: once more when the story becomes more severe than it was when somebody answered,
 *     or comes back after it was cancelled
 * @param step the next one, from 0
 * @param started when the route told of the story
 * @param severity the highest it told since then
 * @param ended why it is over; null while it runs
 */
public record Escalation(
        String route,
        String story,
        int generation,
        int step,
        Instant started,
        Alert.Severity severity,
        @Nullable String ended) {
    /** The verdicts that say: somebody looks after it, or nobody has to. */
    public static final Set<Verdict.Kind> ANSWERS =
            Set.of(Verdict.Kind.ACKNOWLEDGED, Verdict.Kind.IRRELEVANT, Verdict.Kind.MUTED);

    /** What ends the escalation of a story that is over. */
    public static final String CANCELLED = "cancelled";

    /** An answer to a story: of the desk, or that it is over. */
    public record Answer(Instant at, String words) {}

    /**
     * How it stands once the route has told of the story; {@code before} where nothing changes.
     *
     * @param held since when the alert waited to be told; an answer from before then is to something else
     * @param now when it is told
     */
    public static Escalation told(
            @Nullable Escalation before, @Nullable Answer answer, Route route, Alert alert, Instant held, Instant now) {
        var severity = alert.severity();
        boolean answered = answer != null && !answer.at().isBefore(held);
        if (before == null) {
            // answered while the group gathered: there is nothing to wait for
            var ended = alert.msgType() == Alert.MsgType.Cancel ? CANCELLED : answered ? answer.words() : null;
            return new Escalation(route.name(), alert.story(), 1, 0, now, severity, ended);
        }
        if (alert.msgType() == Alert.MsgType.Cancel) {
            return before.end(CANCELLED);
        }
        if (CANCELLED.equals(before.ended()) && !answered) {
            return new Escalation(route.name(), before.story(), before.generation() + 1, 0, now, severity, null);
        }
        boolean worse = severity != before.severity() && Match.atLeast(severity, before.severity());
        if (!worse) {
            return before;
        }
        return before.ended() == null
                ? new Escalation(
                        route.name(),
                        before.story(),
                        before.generation(),
                        before.step(),
                        before.started(),
                        severity,
                        null)
                : new Escalation(route.name(), before.story(), before.generation() + 1, 0, now, severity, null);
    }

    /** When the next step is due; empty when it is over or has no further step. */
    public Optional<Instant> due(Route route) {
        return ended != null || step >= route.steps().size()
                ? Optional.empty()
                : Optional.of(started.plus(route.steps().get(step).after()));
    }

    /** Whether an answer is to what this one waits for. */
    public boolean answered(@Nullable Answer answer) {
        return answer != null && !answer.at().isBefore(started);
    }

    /** The same, counted from a moment on, because the clock was put back since it began. */
    public Escalation from(Instant now) {
        return new Escalation(route, story, generation, step, now, severity, ended);
    }

    public Escalation next() {
        return new Escalation(route, story, generation, step + 1, started, severity, ended);
    }

    /** Over; what ended it first stays. */
    public Escalation end(String why) {
        return ended != null ? this : new Escalation(route, story, generation, step, started, severity, why);
    }
}
