package dev.tocsin.alerts;

import dev.tocsin.alerts.burst.BurstEngine;
import dev.tocsin.alerts.burst.Changes;
import dev.tocsin.alerts.burst.Rate;
import dev.tocsin.alerts.burst.Rates;
import dev.tocsin.alerts.burst.Report;
import dev.tocsin.alerts.policy.AlertPolicy;
import dev.tocsin.alerts.policy.AlertRules;
import dev.tocsin.alerts.story.Lane;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the rates of one task and rings its bursts; decides nothing itself. Made anew whenever the task starts. */
final class BurstBell {
    static final String RATES = "burst-rates";
    static final String ARTICLES = "burst-articles";

    /** So long after the time at which a burst was over it is ended without an article: a restart alone ends none. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final AlertRules rules;
    private final DueStories due;
    private final KeyValueStore<String, Rate> rates;
    private final KeyValueStore<String, Report> articles;
    private final ProcessorContext<String, Object> context;
    private final Meters meters;
    private final Map<Lane, Rates> lanes = new HashMap<>();

    BurstBell(AlertRules rules, DueStories due, ProcessorContext<String, Object> context, Meters meters) {
        this.rules = rules;
        this.due = due;
        this.rates = context.getStateStore(RATES);
        this.articles = context.getStateStore(ARTICLES);
        this.context = context;
        this.meters = meters;
        try (var all = rates.all()) {
            all.forEachRemaining(entry -> of(entry.value.lane()).put(entry.value));
        }
        try (var all = articles.all()) {
            all.forEachRemaining(entry -> of(entry.value.lane()).put(entry.value));
        }
    }

    /** What becomes of the rates when a new article comes; nothing is stored yet. */
    Optional<Changes> counted(Sighting sighting, StoryState story, Set<String> mutedActors, Instant now) {
        var lane = sighting.lane();
        var bursts = rules.bursts(lane.topic());
        return bursts.of().isEmpty()
                ? Optional.empty()
                : Attempt.at(
                        story.id(),
                        lane.topic(),
                        () -> BurstEngine.counted(of(lane), sighting, story, bursts, mutedActors, now));
    }

    /** The time of lanes in which no article comes goes on as well. */
    void timePasses(long wallClock, Instant now) {
        for (var lane : List.copyOf(lanes.keySet())) {
            var counted = of(lane);
            var clock = due.idle(lane, counted.clock(), wallClock).minus(GRACE);
            if (counted.bursts() && clock.isAfter(counted.clock())) {
                keep(lane, BurstEngine.passed(counted, rules.bursts(lane.topic()), clock, now), Envelope.starting(now));
            }
        }
    }

    Set<Lane> lanes() {
        return Set.copyOf(lanes.keySet());
    }

    /** Nothing of a lane is counted any more; what burst in it is told of no more. */
    void forget(Lane lane) {
        var counted = lanes.remove(lane);
        if (counted != null) {
            counted.all().forEach(rate -> rates.delete(key(lane, rate.subject().key())));
            counted.latest().forEach(report -> articles.delete(key(lane, report.order())));
        }
    }

    boolean knows(Lane lane, String story) {
        var counted = lanes.get(lane);
        return counted != null && counted.knows(story);
    }

    /** An analyst's decision on a burst. */
    void judge(Lane lane, Verdict verdict) {
        var counted = of(lane);
        var until = AlertPolicy.until(verdict, lane.replay(), counted.clock());
        BurstEngine.judged(counted, verdict, until).rates().forEach(this::keep);
    }

    void keep(Lane lane, Changes changes, Envelope envelope) {
        var counted = of(lane);
        changes.rates().forEach(this::keep);
        for (var subject : changes.dropped()) {
            rates.delete(key(lane, subject));
            counted.drop(subject);
        }
        for (var report : changes.counted()) {
            articles.put(key(lane, report.order()), report);
            counted.put(report);
        }
        for (var report : changes.gone()) {
            articles.delete(key(lane, report.order()));
            counted.drop(report);
        }
        for (var alert : changes.alerts()) {
            var own = envelope.next();
            context.forward(own.of(alert));
            meters.rang(alert, own);
        }
    }

    private void keep(Rate rate) {
        rates.put(key(rate.lane(), rate.subject().key()), rate);
        of(rate.lane()).put(rate);
    }

    private Rates of(Lane lane) {
        return lanes.computeIfAbsent(lane, Rates::new);
    }

    private static String key(Lane lane, String what) {
        return lane.key() + "|" + what;
    }
}
