package dev.tocsin.alerts;

import static org.apache.kafka.streams.kstream.Named.as;

import dev.tocsin.alerts.story.Known;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
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
 * The way of an article through alerts. Every step, store and internal topic has a name, which is part of what an
 * upgrade must keep: {@code topology.txt} among the tests shows it whole.
 */
final class AlertsTopology {
    private final AlertsConfig config;
    private final String prefix;
    private final InstantSource clock;
    private final Meters meters;

    AlertsTopology(AlertsConfig config, String prefix, InstantSource clock, Meters meters) {
        this.config = config;
        this.prefix = prefix;
        this.clock = clock;
        this.meters = meters;
    }

    Topology build() {
        var builder = new StreamsBuilder();
        builder.addStateStore(store(StoryProcessor.STORIES, StoryState.class));
        builder.addStateStore(store(StoryProcessor.ARTICLES, Known.class));

        var readings =
                builder.stream(topic(Channel.ARTICLES_CLASSIFIED), bytes()).mapValues(Reading::of, as("parse"));

        readings.filter((key, reading) -> reading instanceof Reading.Unreadable, as("unreadable"))
                .process(() -> new DeadLetterProcessor(clock, meters), as("bury"))
                .to(topic(Channel.DEAD_LETTERS), json("unreadable-dead-letters"));

        var changes = readings.filter((key, reading) -> reading instanceof Reading.Article, as("readable"))
                .process(HitProcessor::new, as("one-per-topic"))
                .repartition(byTopic())
                .process(
                        () -> new StoryProcessor(config, clock, meters),
                        as("gather-stories"),
                        StoryProcessor.STORIES,
                        StoryProcessor.ARTICLES);

        only(Story.class, changes, "story-changes").to(topic(Channel.STORIES), json("stories"));
        only(Alert.class, changes, "what-rings").to(topic(Channel.ALERTS), json("alerts"));
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

    private static Consumed<String, byte[]> bytes() {
        return Consumed.<String, byte[]>as("articles-classified")
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray());
    }

    /** As many partitions as its source has: topics are what alerts scales by. */
    private static Repartitioned<String, ClassifiedArticle> byTopic() {
        return Repartitioned.<String, ClassifiedArticle>as("hits-by-topic")
                .withKeySerde(Serdes.String())
                .withValueSerde(JsonSerde.of(ClassifiedArticle.class));
    }

    private static Produced<String, Object> json(String name) {
        Serde<Object> json = JsonSerde.of(Object.class);
        return Produced.<String, Object>as(name).withKeySerde(Serdes.String()).withValueSerde(json);
    }

    private static <T> StoreBuilder<?> store(String name, Class<T> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), JsonSerde.of(type));
    }
}
