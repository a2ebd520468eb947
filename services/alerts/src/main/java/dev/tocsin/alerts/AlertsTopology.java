package dev.tocsin.alerts;

import static org.apache.kafka.streams.kstream.Named.as;

import dev.tocsin.alerts.burst.Rate;
import dev.tocsin.alerts.burst.Report;
import dev.tocsin.alerts.policy.AlertRules;
import dev.tocsin.alerts.policy.Mutes;
import dev.tocsin.alerts.story.Known;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Story;
import java.time.InstantSource;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The way of a verdict, and of an article behind the {@link Sorter}, through alerts. Every step, store and internal topic has a name, which is part of what an
 * upgrade must keep: {@code topology.txt} among the tests shows it whole.
 */
final class AlertsTopology {
    /** The channel keyed by topic: verdicts come to it from here, articles from the {@link Sorter}. */
    static final String HITS = "hits-by-topic";

    private final AlertsConfig config;
    private final AlertRules rules;
    private final String prefix;
    private final InstantSource clock;
    private final Meters meters;

    AlertsTopology(AlertsConfig config, AlertRules rules, String prefix, InstantSource clock, Meters meters) {
        this.config = config;
        this.rules = rules;
        this.prefix = prefix;
        this.clock = clock;
        this.meters = meters;
    }

    Topology build() {
        var builder = new StreamsBuilder();
        builder.addStateStore(store(StoryProcessor.STORIES, StoryState.class));
        builder.addStateStore(store(StoryProcessor.ARTICLES, Known.class));
        builder.addStateStore(store(StoryProcessor.DUE, String.class));
        builder.addStateStore(store(StoryProcessor.MUTES, Mutes.class));
        builder.addStateStore(store(BurstBell.RATES, Rate.class));
        builder.addStateStore(store(BurstBell.ARTICLES, Report.class));

        var verdicts =
                builder.stream(topic(Channel.VERDICTS), bytes("verdicts")).mapValues(Reading::verdict, as("parse"));
        verdicts.filter((key, reading) -> reading instanceof Reading.Unreadable, as("unreadable"))
                .process(() -> new DeadLetterProcessor(clock, meters), as("bury"))
                .to(topic(Channel.DEAD_LETTERS), json("unreadable-dead-letters"));

        var changes = verdicts.filter((key, reading) -> reading instanceof Reading.Decision, as("readable"))
                .process(VerdictProcessor::new, as("by-its-topic"))
                .process(new Prompt<>(System::nanoTime), as("judged-at-once"))
                .repartition(byTopic())
                .process(
                        () -> new StoryProcessor(config, rules, clock, meters),
                        as("gather-stories"),
                        StoryProcessor.STORIES,
                        StoryProcessor.ARTICLES,
                        StoryProcessor.DUE,
                        StoryProcessor.MUTES,
                        BurstBell.RATES,
                        BurstBell.ARTICLES);

        only(Story.class, changes, "story-changes").to(topic(Channel.STORIES), json("stories"));
        only(Alert.class, changes, "what-rings")
                .process(new Prompt<>(System::nanoTime), as("heard-at-once"))
                .to(topic(Channel.ALERTS), json("alerts"));
        only(DeadLetter.class, changes, "unhandleable")
                .to(topic(Channel.DEAD_LETTERS), json("unhandleable-dead-letters"));
        return builder.build();
    }

    private static KStream<String, Object> only(Class<?> type, KStream<String, Object> changes, String name) {
        return changes.filter((key, message) -> type.isInstance(message), as(name));
    }

    private String topic(Channel channel) {
        return channel.kafkaTopic(prefix);
    }

    private static Consumed<String, byte[]> bytes(String name) {
        return Consumed.<String, byte[]>as(name).withKeySerde(Serdes.String()).withValueSerde(Serdes.ByteArray());
    }

    /** As many partitions as verdicts have: topics are what alerts scales by. */
    private static Repartitioned<String, Intake> byTopic() {
        return Repartitioned.<String, Intake>as(HITS)
                .withKeySerde(Serdes.String())
                .withValueSerde(IntakeSerde.of());
    }

    private static Produced<String, Object> json(String name) {
        Serde<Object> json = JsonSerde.of(Object.class);
        return Produced.<String, Object>as(name).withKeySerde(Serdes.String()).withValueSerde(json);
    }

    private static <T> StoreBuilder<?> store(String name, Class<T> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), JsonSerde.of(type));
    }
}
