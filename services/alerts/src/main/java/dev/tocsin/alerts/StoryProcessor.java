package dev.tocsin.alerts;

import dev.tocsin.alerts.burst.Changes;
import dev.tocsin.alerts.policy.AlertPolicy;
import dev.tocsin.alerts.policy.AlertRules;
import dev.tocsin.alerts.policy.Ring;
import dev.tocsin.alerts.story.Lane;
import dev.tocsin.alerts.story.Outcome;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryEngine;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the stories of its topics: asks the engine what an article changes and the policy whether that rings, stores it,
 * and sends stories, alerts and dead letters on, told apart by their type. It decides nothing itself.
 */
final class StoryProcessor implements Processor<String, Intake, String, Object> {
    private static final Logger LOG = Logger.getLogger(StoryProcessor.class);

    static final String STORIES = "open-stories";
    static final String ARTICLES = "known-articles";
    static final String DUE = "due-stories";
    static final String MUTES = "muted";

    /** How often, on the wall, the time of lanes is looked at in which nothing comes. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final StoryEngine engine;
    private final AlertRules alertRules;
    private final AlertPolicy policy;
    private final Duration articleMemory;
    private final Duration sweepEvery;
    private final InstantSource clock;
    private final Meters meters;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable StoryBook book;
    private @Nullable Bell bell;
    private @Nullable BurstBell bursts;

    StoryProcessor(AlertsConfig config, AlertRules alertRules, InstantSource clock, Meters meters) {
        this.engine = new StoryEngine(config.rules());
        this.alertRules = alertRules;
        this.policy = new AlertPolicy(alertRules);
        this.articleMemory = config.articleMemory();
        this.sweepEvery = config.sweepEvery();
        this.clock = clock;
        this.meters = meters;
    }

    /** Also called again on the same instance, when a task is revived: nothing of before may stay. */
    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        book = new StoryBook(processorContext.getStateStore(STORIES), processorContext.getStateStore(ARTICLES));
        var due = new DueStories(processorContext.getStateStore(DUE), processorContext.currentSystemTimeMs());
        bursts = new BurstBell(alertRules, due, processorContext, meters);
        bell = new Bell(policy, book, bursts, due, processorContext, meters);
        processorContext.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
        processorContext.schedule(sweepEvery, PunctuationType.STREAM_TIME, this::sweep);
    }

    private void tick(long wallClock) {
        var now = clock.instant();
        bell().timePasses(wallClock, now);
        bursts().timePasses(wallClock, now);
    }

    private sealed interface Decision {
        /**
         * @param rings what the policy makes of each story that changed
         * @param rates what becomes of the rates
         */
        record Made(Sighting sighting, Outcome outcome, List<Ring> rings, Optional<Changes> rates)
                implements Decision {}

        record Failed(RuntimeException error) implements Decision {}
    }

    @Override
    public void process(Record<String, Intake> record) {
        var envelope = Envelope.continuing(record.headers(), clock.instant());
        switch (record.value()) {
            case Intake.Decision(var verdict) -> bell().judge(verdict, envelope);
            case Intake.Article(var article) -> process(record, article, envelope);
        }
    }

    private void process(Record<String, Intake> record, ClassifiedArticle article, Envelope envelope) {
        switch (decide(record, article, envelope.now())) {
            case Decision.Made made -> apply(made, envelope);
            case Decision.Failed(var error) -> bury(record, article, envelope, error);
        }
        meters.gathered(envelope, record.key(), article.fetched().id());
    }

    /** Stores nothing of the article, so that one that the logic chokes on need not stop its topic. */
    private Decision decide(Record<String, Intake> record, ClassifiedArticle article, Instant now) {
        try {
            var sighting = new Sighting(article, article.topics().getFirst(), Instant.ofEpochMilli(record.timestamp()));
            bell().timePasses(sighting.lane(), sighting.clock(), now);
            var known = book().known(sighting);
            var outcome = engine.accept(book().open(sighting.lane()), book().closed(sighting.lane()), sighting, known);
            return new Decision.Made(
                    sighting,
                    outcome,
                    rings(outcome, sighting, now),
                    known.isEmpty() ? rates(outcome, sighting, now) : Optional.empty());
        } catch (KafkaException e) {
            throw e; // the store's, not the article's
        } catch (RuntimeException e) {
            return new Decision.Failed(e);
        }
    }

    /** The other stories first: what ended in the story is taken back before it tells more. */
    private List<Ring> rings(Outcome outcome, Sighting sighting, Instant now) {
        var rings = new ArrayList<Ring>();
        if (outcome instanceof Outcome.Changed(var state, var others, var moved)) {
            for (var other : others) {
                rings.add(
                        other.isMerged()
                                ? bell().merged(other, state, sighting, now)
                                : bell().changed(other, sighting, now));
            }
            rings.add(bell().changed(state, sighting, now));
        }
        return rings;
    }

    /** An article counts once: an edit is no further report. */
    private Optional<Changes> rates(Outcome outcome, Sighting sighting, Instant now) {
        return outcome instanceof Outcome.Changed(var state, var others, var moved)
                ? bursts().counted(sighting, state, bell().mutedActors(sighting.lane(), sighting.clock()), now)
                : Optional.empty();
    }

    private void apply(Decision.Made decision, Envelope envelope) {
        var sighting = decision.sighting();
        var streamTime = Instant.ofEpochMilli(context().currentStreamTimeMs());
        switch (decision.outcome()) {
            case Outcome.Duplicate() -> meters.duplicate();
            case Outcome.Unchanged(var story) -> book().remember(sighting, story, streamTime);
            case Outcome.Changed(var state, var others, var moved) -> {
                book().remember(sighting, state.id(), streamTime);
                moved.forEach((article, story) -> book().move(sighting.lane(), article, story));
                decision.rings().forEach(ring -> send(ring, envelope));
                decision.rates().ifPresent(changes -> bursts().keep(sighting.lane(), changes, envelope));
                var open = book().open(sighting.lane());
                if (engine.isCrowded(open)) {
                    end(sighting.lane(), envelope.now());
                }
            }
        }
    }

    private void send(Ring ring, Envelope envelope) {
        context().forward(envelope.of(ring.state().story()));
        bell().keep(ring, envelope);
    }

    private void sweep(long streamTime) {
        var now = clock.instant();
        book().lanes().forEach(lane -> end(lane, now));
        book().forgetBefore(Instant.ofEpochMilli(streamTime).minus(articleMemory));
    }

    private void end(Lane lane, Instant now) {
        var open = book().open(lane);
        for (var id : engine.ending(open)) {
            open.get(id).ifPresent(state -> {
                bell().forget(state);
                var closed = engine.closed(state);
                book().keep(closed);
                context().forward(Envelope.starting(now).of(closed.story()));
            });
        }
        var over = book().closed(lane);
        for (var id : engine.forgotten(over, open.clock().isAfter(over.clock()) ? open.clock() : over.clock())) {
            over.get(id).ifPresent(book()::drop);
        }
    }

    private void bury(
            Record<String, Intake> record, ClassifiedArticle article, Envelope envelope, RuntimeException error) {
        meters.buried("unhandleable");
        MDC.put("traceId", envelope.trace().trace());
        LOG.errorf(
                error,
                "article fits no story article=%s topic=%s",
                article.fetched().id(),
                record.key());
        MDC.remove("traceId");
        var reason = "cannot be put into a story: " + error;
        var letter = DeadLetters.of(
                DeadLetters.Position.of(context()), record.key(), Json.write(article), reason, envelope.now());
        context().forward(envelope.of(letter));
    }

    private ProcessorContext<String, Object> context() {
        return Objects.requireNonNull(context, "not initialised");
    }

    private Bell bell() {
        return Objects.requireNonNull(bell, "not initialised");
    }

    private BurstBell bursts() {
        return Objects.requireNonNull(bursts, "not initialised");
    }

    private StoryBook book() {
        return Objects.requireNonNull(book, "not initialised");
    }
}
