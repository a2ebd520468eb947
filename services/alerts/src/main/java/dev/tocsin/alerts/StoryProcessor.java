package dev.tocsin.alerts;

import dev.tocsin.alerts.policy.AlertPolicy;
import dev.tocsin.alerts.policy.Regrouped;
import dev.tocsin.alerts.story.OpenStories;
import dev.tocsin.alerts.story.Outcome;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryEngine;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.alerts.story.Told;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
final class StoryProcessor implements Processor<String, ClassifiedArticle, String, Object> {
    private static final Logger LOG = Logger.getLogger(StoryProcessor.class);

    static final String STORIES = "open-stories";
    static final String ARTICLES = "known-articles";

    private final StoryEngine engine;
    private final AlertPolicy policy = new AlertPolicy();
    private final Duration articleMemory;
    private final Duration sweepEvery;
    private final InstantSource clock;
    private final Meters meters;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable StoryBook book;

    StoryProcessor(AlertsConfig config, InstantSource clock, Meters meters) {
        this.engine = new StoryEngine(config.rules());
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
        processorContext.schedule(sweepEvery, PunctuationType.STREAM_TIME, this::sweep);
    }

    private sealed interface Decision {
        /** @param alerts by the id of their story */
        record Made(Sighting sighting, Outcome outcome, Map<String, Alert> alerts) implements Decision {}

        record Failed(RuntimeException error) implements Decision {}
    }

    @Override
    public void process(Record<String, ClassifiedArticle> record) {
        var envelope = Envelope.continuing(record.headers(), clock.instant());
        switch (decide(record, envelope.now())) {
            case Decision.Made made -> apply(made, envelope);
            case Decision.Failed(var error) -> bury(record, envelope, error);
        }
    }

    /** Stores nothing, so that one article that the logic chokes on need not stop its topic. */
    private Decision decide(Record<String, ClassifiedArticle> record, Instant now) {
        try {
            var article = record.value();
            var sighting = new Sighting(article, article.topics().getFirst(), Instant.ofEpochMilli(record.timestamp()));
            var outcome = engine.accept(book().open(sighting.lane()), sighting, book().known(sighting));
            return new Decision.Made(sighting, outcome, alerts(outcome, sighting, now));
        } catch (KafkaException e) {
            throw e; // the store's, not the article's
        } catch (RuntimeException e) {
            return new Decision.Failed(e);
        }
    }

    private Map<String, Alert> alerts(Outcome outcome, Sighting sighting, Instant now) {
        var alerts = new HashMap<String, Alert>();
        if (outcome instanceof Outcome.Changed(var state, var others, var moved)) {
            policy.ring(state, sighting, now).ifPresent(alert -> alerts.put(state.id(), alert));
            for (var other : others) {
                var alert = other.isMerged()
                        ? Regrouped.cancel(other, state, sighting, now)
                        : policy.ring(other, sighting, now);
                alert.ifPresent(a -> alerts.put(other.id(), a));
            }
        }
        return alerts;
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
                others.forEach(other -> send(other, decision.alerts(), envelope));
                send(state, decision.alerts(), envelope);
                var open = book().open(sighting.lane());
                if (engine.isCrowded(open)) {
                    end(open, envelope.now());
                }
            }
        }
    }

    private void send(StoryState state, Map<String, Alert> alerts, Envelope envelope) {
        var alert = Optional.ofNullable(alerts.get(state.id()));
        if (state.isMerged()) {
            book().drop(state);
        } else {
            book().keep(alert.map(a -> state.telling(Told.of(a))).orElse(state));
        }
        context().forward(envelope.of(state.story()));
        alert.ifPresent(a -> {
            context().forward(envelope.of(a));
            meters.rang(a);
        });
    }

    private void sweep(long streamTime) {
        var now = clock.instant();
        book().lanes().forEach(open -> end(open, now));
        book().forgetBefore(Instant.ofEpochMilli(streamTime).minus(articleMemory));
    }

    private void end(OpenStories open, Instant now) {
        for (var id : engine.ending(open)) {
            open.get(id).ifPresent(state -> {
                book().drop(state);
                context().forward(Envelope.starting(now).of(engine.closed(state)));
            });
        }
    }

    private void bury(Record<String, ClassifiedArticle> record, Envelope envelope, RuntimeException error) {
        meters.buried("unhandleable");
        LOG.errorf(
                error,
                "article fits no story article=%s topic=%s",
                record.value().fetched().id(),
                record.key());
        var reason = "cannot be put into a story: " + error;
        var letter = DeadLetters.of(context(), record.key(), Json.write(record.value()), reason, envelope.now());
        context().forward(envelope.of(letter));
    }

    private ProcessorContext<String, Object> context() {
        return Objects.requireNonNull(context, "not initialised");
    }

    private StoryBook book() {
        return Objects.requireNonNull(book, "not initialised");
    }
}
