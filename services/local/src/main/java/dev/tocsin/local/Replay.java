package dev.tocsin.local;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.local.replay.Scenario;
import dev.tocsin.local.replay.ScenarioException;
import dev.tocsin.local.replay.ScenarioReader;
import dev.tocsin.local.replay.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Plays a scenario: writes its articles to {@code articles-fetched} as ingest would have, in their own order and pace.
 * They are marked as a replay, so their alerts are exercises, and each {@link Play} is one of its own.
 */
final class Replay {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Scenario scenario;
    private final ReplayOptions options;
    private final String bootstrapServers;
    private final Console console;

    private Replay(Scenario scenario, ReplayOptions options, String bootstrapServers, Console console) {
        this.scenario = scenario;
        this.options = options;
        this.bootstrapServers = bootstrapServers;
        this.console = console;
    }

    /** Reads the scenario, so that what is wrong with it is said before anything starts. */
    static Replay prepare(ReplayOptions options, String bootstrapServers, Console console) {
        try {
            return new Replay(ScenarioReader.read(options.folder()), options, bootstrapServers, console);
        } catch (ScenarioException e) {
            throw new LaunchException(e.getMessage(), e);
        }
    }

    /**
     * Begins to play; returns at once.
     *
     * @param data the folder, in which the plays are counted
     * @param afterKill whether the run before had no time to stop
     */
    Thread start(Path data, boolean afterKill) {
        var play = Play.begin(data, options.folder(), afterKill);
        return Thread.ofVirtual().name("replay").start(() -> {
            try {
                play(scenario.inPlay(play.number()), play.number());
                play.finish(data);
                console.say("replay finished: " + scenario.steps().size() + " articles and edits");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                console.say("the replay ends: " + e.getCause().getMessage());
            } catch (KafkaException e) {
                // an interruption too, which Kafka does not declare
                console.say("the replay ends: " + e.getMessage());
            }
        });
    }

    private void play(Scenario played, int number) throws InterruptedException, ExecutionException {
        console.say("replay of " + scenario.title() + (number == 1 ? "" : ", play " + number) + ": "
                + scenario.steps().size() + " articles and edits, "
                + (options.inStep() ? "one after the other" : options.speed() + " times as fast"));
        var begin = Instant.now();
        var nextLine = begin.plus(BETWEEN_LINES);
        try (var producer = producer();
                var gate = options.inStep() ? ReplayGate.on(bootstrapServers) : null) {
            int sent = 0;
            for (var step : played.steps()) {
                if (gate == null) {
                    Thread.sleep(Duration.between(Instant.now(), begin.plus(scenario.due(step, options.speed()))));
                }
                producer.send(record(step)).get();
                if (gate != null && !gate.awaitThrough(step.article())) {
                    console.say("replay: article " + step.article().externalId() + " takes long to come out");
                }
                sent++;
                if (Instant.now().isAfter(nextLine)) {
                    console.say("replay: " + DAY.format(step.at()) + " UTC, " + sent + " of "
                            + scenario.steps().size());
                    nextLine = Instant.now().plus(BETWEEN_LINES);
                }
            }
        }
    }

    private static ProducerRecord<String, byte[]> record(Step step) {
        var article = step.article();
        var event = CloudEvent.of(
                Channel.ARTICLES_FETCHED,
                "replay",
                article.id(),
                article.revision(),
                Instant.now(),
                TraceParent.start());
        var record = new ProducerRecord<>(
                Channel.ARTICLES_FETCHED.kafkaTopic(Channel.DEFAULT_PREFIX), article.id(), Json.write(article));
        event.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "compression.type", "zstd"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
