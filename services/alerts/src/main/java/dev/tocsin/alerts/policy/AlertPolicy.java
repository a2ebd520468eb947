package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Cause;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.alerts.story.Told;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides when a story rings and what is told. What waits, for a story to cool down or for a mute to end, is the difference
 * between the story and what was told of it, so that nothing can be lost. Time is stream time; {@code now} is only what
 * alerts are stamped with.
 */
public final class AlertPolicy {
    static final String MERGED = "merged";
    static final String CANCELLED = "cancelled";

    private final AlertRules rules;

    public AlertPolicy(AlertRules rules) {
        this.rules = rules;
    }

    /**
     * After an article changed a story.
     *
     * @param state the story after it, {@code told} what the desk knows
     */
    public Ring changed(StoryState state, Sighting sighting, Mutes mutes, Instant now) {
        return look(state, Causes.of(sighting), mutes, sighting.clock(), now);
    }

    /** When the time came that {@code told.due()} named. */
    public Ring due(StoryState state, Mutes mutes, Instant clock, Instant now) {
        var told = state.told();
        var cause = told.cause();
        if (cause == null) {
            return Ring.silent(state, state.telling(told.lookingAgain(null)));
        }
        var topic = rules.of(state.story().topic());
        var looked = told.waits() ? weighed(state, cause, topic, mutes, clock, now) : Ring.silent(state, state);
        return looked.alert().isPresent()
                ? Repeats.beside(looked, topic)
                : Repeats.due(looked, cause, topic, clock, now);
    }

    /** After an analyst decided on the story. */
    public Ring judged(StoryState state, Verdict verdict, Mutes mutes, Instant clock, Instant now) {
        var told = state.told();
        var judged = decided(state, verdict, clock);
        var cause = told.cause();
        return cause != null && told.waits() && !judged.told().judgement().equals(told.judgement())
                ? look(judged, cause, mutes, clock, now)
                : Ring.silent(state, judged);
    }

    /** A story with what was decided on it, before that makes anything ring. */
    public StoryState decided(StoryState state, Verdict verdict, Instant clock) {
        var told = state.told();
        var severity = told.severity() == null ? Alert.Severity.Unknown : told.severity();
        var judgement = told.judgement()
                .with(verdict, severity, until(verdict, state.story().replay(), clock));
        return state.telling(told.judged(judgement));
    }

    /**
     * After a story ended in another one: what rang of it is taken back, unless it is muted.
     *
     * @param taken its last state, with what the desk was told of it
     * @param taker the story that holds its articles now
     * @param sighting the article that showed that they are one
     */
    public Ring merged(StoryState taken, StoryState taker, Sighting sighting, Instant now) {
        var told = taken.told();
        if (told.revision() == 0 || told.cancelled() || told.judgement().isMuted(sighting.clock())) {
            return Ring.silent(taken, taken);
        }
        var text = "now part of the story: " + taker.story().headline();
        var change = new Alert.Change(MERGED, text, taken.id(), taker.id());
        return cancelled(taken, Causes.of(sighting), change, sighting.clock(), now);
    }

    /**
     * When a mute ends, in stream time, {@link Told#FOREVER} at the latest. A replay's is as long after its clock as the
     * verdict says, for its clock is not that of people.
     */
    public static Instant until(Verdict verdict, boolean replay, Instant clock) {
        var until = verdict.until();
        if (until == null || until.isAfter(Told.FOREVER)) {
            return Told.FOREVER;
        }
        if (!replay) {
            return until;
        }
        var length = Duration.between(verdict.at(), until);
        if (length.isNegative()) {
            return clock;
        }
        return length.compareTo(Duration.between(clock, Told.FOREVER)) > 0 ? Told.FOREVER : clock.plus(length);
    }

    private Ring look(StoryState state, Cause cause, Mutes mutes, Instant clock, Instant now) {
        var topic = rules.of(state.story().topic());
        return Repeats.beside(weighed(state, cause, topic, mutes, clock, now), topic);
    }

    private Ring weighed(StoryState state, Cause cause, TopicRules topic, Mutes mutes, Instant clock, Instant now) {
        var told = state.told();
        if (state.facts().vanished() >= state.story().articleCount()) {
            var change = new Alert.Change(CANCELLED, "taken back: its pages are gone", null, null);
            return told.revision() == 0 || told.cancelled()
                    ? Ring.silent(state, state)
                    : cancelled(state, cause, change, clock, now);
        }
        var assessed = Assessed.of(state, topic);
        var news = StoryNews.of(state, assessed.severity(), assessed.phases()).stream()
                .filter(n -> topic.of(n.rule()) != Ringing.NEVER)
                .toList();
        boolean tooFew = told.revision() == 0 && state.story().independentOrigins() < topic.minimumOrigins();
        if (tooFew || news.stream().allMatch(n -> topic.of(n.rule()) == Ringing.WITH_OTHERS)) {
            return Ring.silent(state, state.telling(told.settled()));
        }
        var patience = new Patience(topic, told, mutes, clock);
        return patience.waiting(cause, news, assessed.severity())
                .map(waiting -> Ring.silent(state, state.telling(waiting)))
                .orElseGet(() -> rung(state, cause, news, patience, assessed, now));
    }

    private Ring rung(
            StoryState state, Cause cause, List<News> news, Patience patience, Assessed assessed, Instant now) {
        var told = state.told();
        var heard = news.stream().filter(n -> !patience.isMuted(n)).toList();
        var unheard = news.stream().filter(patience::isMuted).toList();
        var type = told.revision() == 0 ? Alert.MsgType.Alert : Alert.MsgType.Update;
        var changes = Alerts.changes(heard, told.judgement().quiet());
        var alert = Alerts.of(state, type, assessed.severity(), cause, changes, patience.topic(), now);
        var keys = new LinkedHashSet<>(Keys.all(state.story(), assessed.phases().names()));
        unheard.forEach(n -> keys.remove(n.fact()));
        var after = told.ringing(alert, List.copyOf(keys), cause, patience.clock());
        after = unheard.isEmpty()
                ? after
                : after.judged(after.judgement().quieted()).waiting(cause, patience.endOfMutes(unheard));
        return new Ring(told.due(), state.telling(after), Optional.of(alert));
    }

    private Ring cancelled(StoryState state, Cause cause, Alert.Change change, Instant clock, Instant now) {
        var told = state.told();
        var severity = told.severity() == null ? Alert.Severity.Unknown : told.severity();
        var topic = rules.of(state.story().topic());
        var alert = Alerts.of(state, Alert.MsgType.Cancel, severity, cause, List.of(change), topic, now);
        return new Ring(told.due(), state.telling(told.ringing(alert, told.facts(), cause, clock)), Optional.of(alert));
    }

    /** What follows from the facts of a story. */
    private record Assessed(Reached phases, Alert.Severity severity) {
        static Assessed of(StoryState state, TopicRules topic) {
            var phases = Reached.of(topic.phases(), state.facts().signals().keySet());
            var names = Set.copyOf(phases.names());
            return new Assessed(phases, CapWords.severity(state.story(), names, topic.severity()));
        }
    }
}
