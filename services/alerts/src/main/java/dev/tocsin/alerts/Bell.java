package dev.tocsin.alerts;

import dev.tocsin.alerts.policy.AlertPolicy;
import dev.tocsin.alerts.policy.Mutes;
import dev.tocsin.alerts.policy.Ring;
import dev.tocsin.alerts.story.Lane;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/**
 * Rings the stories of one task as the policy decides: when an article changes them, when their time has come, when an
 * analyst decides. Keeps who is due and who is muted; decides nothing itself.
 */
final class Bell {
    private static final Logger LOG = Logger.getLogger(Bell.class);

    private final AlertPolicy policy;
    private final StoryBook book;
    private final BurstBell bursts;
    private final DueStories due;
    private final KeyValueStore<String, Mutes> mutes;
    private final ProcessorContext<String, Object> context;
    private final Meters meters;

    Bell(
            AlertPolicy policy,
            StoryBook book,
            BurstBell bursts,
            DueStories due,
            ProcessorContext<String, Object> context,
            Meters meters) {
        this.policy = policy;
        this.book = book;
        this.bursts = bursts;
        this.due = due;
        this.mutes = context.getStateStore(StoryProcessor.MUTES);
        this.context = context;
        this.meters = meters;
    }

    /** What the policy makes of a story that an article changed; nothing is stored yet. */
    Ring changed(StoryState state, Sighting sighting, Instant now) {
        return policy.changed(state, sighting, mutes(sighting.lane()), now);
    }

    /** What it makes of a story that ended in another one. */
    Ring merged(StoryState taken, StoryState taker, Sighting sighting, Instant now) {
        return policy.merged(taken, taker, sighting, now);
    }

    /** Stores a story as it is after it rang or did not, and sends the alert, if it did. */
    void keep(Ring ring, Envelope envelope) {
        var state = ring.state();
        due.move(ring.before(), state);
        if (state.isMerged()) {
            forget(state);
            book.drop(state);
        } else {
            book.keep(state);
        }
        ring.alert().ifPresent(alert -> {
            var own = envelope.next();
            context.forward(own.of(alert));
            meters.rang(alert, own);
        });
    }

    /** Nothing of a lane is to come any more. */
    void forget(Lane lane) {
        mutes.delete(lane.key());
        bursts.forget(lane);
        due.forget(lane);
    }

    /** A story that is over is due no more. */
    void forget(StoryState state) {
        due.remove(state.lane(), state.told().due(), state.id());
    }

    /** An article takes its lane's time on: what is due by then rings first, so that replays ring alike. */
    void timePasses(Lane lane, Instant upTo, Instant now) {
        due.articleCame(lane, upTo, book.open(lane).clock(), context.currentSystemTimeMs());
        ringDue(lane, upTo, now);
    }

    /** The time of lanes in which no article comes goes on as well. */
    void timePasses(long wallClock, Instant now) {
        book.byLane().forEach((lane, open) -> {
            if (open.size() > 0) {
                ringDue(lane, due.idle(lane, open.clock(), wallClock), now);
            }
        });
    }

    /** An analyst's decision, on the story in whichever lane it is. */
    void judge(Verdict verdict, Envelope envelope) {
        if (Mutes.isOfNobody(verdict)) {
            LOG.warnf("mute names no target story=%s topic=%s", verdict.story(), verdict.topic());
            return;
        }
        var lane = lane(verdict);
        if (Mutes.isFor(verdict)) {
            mute(lane, verdict, envelope);
            return;
        }
        if (bursts.knows(lane, verdict.story())) {
            bursts.judge(lane, verdict);
            return;
        }
        var open = book.open(lane);
        open.get(verdict.story())
                .flatMap(state ->
                        decided(state, () -> policy.judged(state, verdict, mutes(lane), open.clock(), envelope.now())))
                .ifPresent(ring -> keep(ring, envelope));
        // of one that is over it is remembered, for it may open again
        book.closed(lane)
                .get(verdict.story())
                .map(state -> policy.decided(state, verdict, open.clock()))
                .ifPresent(book::keep);
    }

    /** The play in which the story is known; else, where the verdict does not say that it is an exercise's, the live one. */
    private Lane lane(Verdict verdict) {
        boolean isLive = Boolean.FALSE.equals(verdict.replay());
        return Stream.concat(book.lanes().stream(), bursts.lanes().stream())
                .filter(lane -> !isLive && lane.replay() && lane.topic().equals(verdict.topic()))
                .filter(lane -> book.isKnown(lane, verdict.story()) || bursts.knows(lane, verdict.story()))
                .findFirst()
                .orElse(new Lane(verdict.topic(), Boolean.TRUE.equals(verdict.replay()), null));
    }

    private void mute(Lane lane, Verdict verdict, Envelope envelope) {
        var open = book.byLane().get(lane);
        var clock = open == null || open.size() == 0 ? verdict.at() : open.clock();
        var before = mutes(lane);
        var after = before.with(verdict, AlertPolicy.until(verdict, lane.replay(), clock));
        if (!after.equals(before)) {
            mutes.put(lane.key(), after);
            // a mute that ends early: who waits for it may ring now, but nobody is told again before his time
            due.all(lane).stream()
                    .filter(next -> !next.at().isAfter(clock) || waits(lane, next.story()))
                    .forEach(next -> look(lane, next, clock, envelope));
        }
    }

    private boolean waits(Lane lane, String story) {
        return book.open(lane).get(story).filter(state -> state.told().waits()).isPresent();
    }

    private void ringDue(Lane lane, Instant upTo, Instant now) {
        due.upTo(lane, upTo).forEach(next -> look(lane, next, next.at(), Envelope.starting(now)));
    }

    private void look(Lane lane, DueStories.Due next, Instant clock, Envelope envelope) {
        due.remove(lane, next.at(), next.story());
        book.open(lane)
                .get(next.story())
                .filter(state -> next.at().equals(state.told().due()))
                .map(state -> state.telling(state.told().lookingAgain(null)))
                .map(state -> decided(state, () -> policy.due(state, mutes(lane), clock, envelope.now()))
                        // else no entry would stand for the time that it names, and it would never get another
                        .orElseGet(() -> new Ring(null, state, Optional.empty())))
                .ifPresent(ring -> keep(ring, envelope));
    }

    private static Optional<Ring> decided(StoryState state, Supplier<Ring> decision) {
        return Attempt.at(state.id(), state.lane().topic(), decision);
    }

    /** The actors that the desk wants to hear nothing of. */
    Set<String> mutedActors(Lane lane, Instant clock) {
        return mutes(lane).actors(clock);
    }

    private Mutes mutes(Lane lane) {
        var kept = mutes.get(lane.key());
        return kept == null ? Mutes.NONE : kept;
    }
}
