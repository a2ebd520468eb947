package dev.tocsin.alerts;

import dev.tocsin.alerts.policy.AlertPolicy;
import dev.tocsin.alerts.policy.AlertRules;
import dev.tocsin.alerts.policy.Ring;
import dev.tocsin.alerts.story.OpenStories;
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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
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
    private final AlertPolicy policy;
    private final Duration articleMemory;
    private final Duration sweepEvery;
    private final InstantSource clock;
    private final Meters meters;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable StoryBook book;
    private @Nullable Bell bell;

    StoryProcessor(AlertsConfig config, AlertRules alertRules, InstantSource clock, Meters meters) {
        this.engine = new StoryEngine(config.rules());
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
        bell = new Bell(policy, book, processorContext, meters);
        processorContext.schedule(
                TICK, PunctuationType.WALL_CLOCK_TIME, wall -> bell().timePasses(wall, clock.instant()));
        processorContext.schedule(sweepEvery, PunctuationType.STREAM_TIME, this::sweep);
    }

    private sealed interface Decision {
        /** @param rings what the policy makes of each story that changed */
        record Made(Sighting sighting, Outcome outcome, List<Ring> rings) implements Decision {}

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
    }

    /** Stores nothing of the article, so that one that the logic chokes on need not stop its topic. */
    private Decision decide(Record<String, Intake> record, ClassifiedArticle article, Instant now) {
        try {
            var sighting = new Sighting(article, article.topics().getFirst(), Instant.ofEpochMilli(record.timestamp()));
            bell().timePasses(sighting.lane(), sighting.clock(), now);
            var outcome = engine.accept(book().open(sighting.lane()), sighting, book().known(sighting));
            return new Decision.Made(sighting, outcome, rings(outcome, sighting, now));
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
                var open = book().open(sighting.lane());
                if (engine.isCrowded(open)) {
                    end(open, envelope.now());
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
        book().lanes().forEach(open -> end(open, now));
        book().forgetBefore(Instant.ofEpochMilli(streamTime).minus(articleMemory));
    }

    private void end(OpenStories open, Instant now) {
        for (var id : engine.ending(open)) {
            open.get(id).ifPresent(state -> {
                bell().forget(state);
                book().drop(state);
                context().forward(Envelope.starting(now).of(engine.closed(state)));
            });
        }
    }

    private void bury(
            Record<String, Intake> record, ClassifiedArticle article, Envelope envelope, RuntimeException error) {
        meters.buried("unhandleable");
        LOG.errorf(
                error,
                "article fits no story article=%s topic=%s",
                article.fetched().id(),
                record.key());
        var reason = "cannot be put into a story: " + error;
        var letter = DeadLetters.of(context(), record.key(), Json.write(article), reason, envelope.now());
        context().forward(envelope.of(letter));
    }

    private ProcessorContext<String, Object> context() {
        return Objects.requireNonNull(context, "not initialised");
    }

    private Bell bell() {
        return Objects.requireNonNull(bell, "not initialised");
    }

    private StoryBook book() {
        return Objects.requireNonNull(book, "not initialised");
    }
}
