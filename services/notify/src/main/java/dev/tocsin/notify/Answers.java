package dev.tocsin.notify;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.message.Notice;
import dev.tocsin.notify.routing.Escalation;
import dev.tocsin.notify.routing.Routes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What follows from a verdict: escalations of the story end, and on-call services hear that somebody looks after it. */
final class Answers {
    private final Routes routes;
    private final Escalator escalator;
    private final DeliveryStore deliveries;
    private final Outbox outbox;
    private final Clock clock;

    Answers(Routes routes, Escalator escalator, DeliveryStore deliveries, Outbox outbox, Clock clock) {
        this.routes = routes;
        this.escalator = escalator;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes a verdict; returns for whom there is something to deliver. */
    Set<String> take(Verdict verdict) {
        if (!answers(verdict)) {
            return Set.of();
        }
        var words = verdict.verdict().name().toLowerCase(Locale.ROOT) + " by " + verdict.by();
        escalator.end(verdict.story(), new Escalation.Answer(verdict.at(), words));
        var told = latest(verdict.story());
        outbox.record(told.values().stream()
                .map(last -> acknowledgement(last, verdict, words))
                .toList());
        return told.keySet();
    }

    /** The last message on the story that each on-call service was sent. */
    private Map<String, Delivery> latest(String story) {
        var pagers = routes.receivers().values().stream()
                .filter(Receiver.PagerDuty.class::isInstance)
                .map(Receiver::id)
                .toList();
        var latest = new HashMap<String, Delivery>();
        deliveries.told(story, pagers).stream()
                .filter(delivery -> delivery.state() != Delivery.State.SILENCED)
                .sorted(Comparator.comparingInt(Delivery::revision))
                .forEach(delivery -> latest.put(delivery.receiver(), delivery));
        latest.values().removeIf(Answers::over);
        return latest;
    }

    /** A mute of one source or actor leaves the rest of its story to be looked after; to take a verdict back is no answer. */
    private static boolean answers(Verdict verdict) {
        return verdict.takesBack() == null
                && Escalation.ANSWERS.contains(verdict.verdict())
                && (verdict.verdict() != Verdict.Kind.MUTED
                        || verdict.scope() == null
                        || verdict.scope().equals("story"));
    }

    private static boolean over(Delivery last) {
        return Notice.of(last.payload()).read().getFirst().msgType() == Alert.MsgType.Cancel;
    }

    private Delivery acknowledgement(Delivery last, Verdict verdict, String words) {
        return Delivery.pending(
                "answer:" + verdict.id() + ":" + last.receiver(),
                last.story(),
                last.revision(),
                last.topic(),
                last.receiver(),
                last.event(),
                last.traceparent(),
                last.origin(),
                new Notice(
                                Notice.Kind.ANSWER,
                                "",
                                words,
                                List.copyOf(Notice.of(last.payload()).alerts()))
                        .json(),
                Instant.ofEpochMilli(clock.millis()));
    }
}
