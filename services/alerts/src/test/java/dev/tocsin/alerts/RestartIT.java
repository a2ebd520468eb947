package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalBroker;
import dev.tocsin.local.LocalChannels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topology on a real broker, stopped and started, with as many partitions as a deployment may have. */
class RestartIT {
    private static final String[] TOPICS = {"protests", "strikes", "floods"};

    @TempDir
    private Path folder;

    private LocalBroker start(int partitions) {
        int[] ports = FreePorts.find(2);
        var broker = LocalBroker.start(folder.resolve("broker-" + partitions), ports[0], ports[1]);
        LocalChannels.create(broker.bootstrapServers(), Channel.DEFAULT_PREFIX, partitions, (short) 1);
        return broker;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void ringsOnce_thoughItIsRestartedAndItsStateIsLost(int partitions) throws Exception {
        try (var broker = start(partitions);
                var wire = new Wire(broker.bootstrapServers())) {
            try (var _ = alerts(broker, "one")) {
                wire.publish(story("first"));
                wire.awaitAlertBy("first");
            }
            try (var _ = alerts(broker, "one")) {
                wire.publish(story("first"));
                wire.publish(other("second"));
                wire.awaitAlertBy("second");
            }
            // another folder: the state comes back from the changelog
            try (var _ = alerts(broker, "two")) {
                wire.publish(story("first"));
                wire.publish(other("second"));
                wire.publish(other("third")
                        .from("courier.example")
                        .saying("Two trains stand still near Aalby, says Berglund."));
                wire.awaitAlertBy("third");
            }

            // three topics, each: one story that rang once, one that rang again for its second origin
            assertThat(wire.alerts()).extracting(Alert::topic).containsOnly(TOPICS);
            assertThat(wire.alerts().stream().map(a -> a.topic() + a.story() + a.revision()))
                    .doesNotHaveDuplicates();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(wire.alerts()).hasSize(3 * TOPICS.length));
        }
    }

    @Test
    void goesOnWhereTheStreamsWere_whenTheyReadTheArticlesBefore() throws Exception {
        try (var broker = start(1);
                var wire = new Wire(broker.bootstrapServers());
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            wire.publish(story("before"));
            wire.publish(other("after"));
            var read = new TopicPartition(Channel.ARTICLES_CLASSIFIED.kafkaTopic(Channel.DEFAULT_PREFIX), 0);
            admin.alterConsumerGroupOffsets(Settings.STREAMS_ID, Map.of(read, new OffsetAndMetadata(1)))
                    .all()
                    .get();
            try (var _ = alerts(broker, "one")) {
                wire.awaitAlertBy("after");
                await().atMost(Duration.ofSeconds(60)).until(() -> !admin.listConsumerGroupOffsets(Settings.STREAMS_ID)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .containsKey(read));
            }

            assertThat(wire.alerts().stream().flatMap(a -> a.links().stream()))
                    .extracting(Alert.Link::article)
                    .containsOnly("after");
        }
    }

    private AutoCloseable alerts(LocalBroker broker, String stateDir) {
        var settings = Settings.in(folder.resolve(stateDir));
        var streams = new KafkaStreams(settings.topology(), settings.streams(broker.bootstrapServers()));
        var sorter = settings.sorter(broker.bootstrapServers()).start();
        streams.start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> streams.state() == KafkaStreams.State.RUNNING
                        && sorter.trouble().isEmpty());
        return () -> {
            sorter.close();
            streams.close();
        };
    }

    private static Articles story(String id) {
        return article(id)
                .titled("Dockers block the harbour of Veltrova")
                .saying("A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.")
                .on(TOPICS);
    }

    private static Articles other(String id) {
        return article(id)
                .titled("Trains stand still near Aalby")
                .saying("Drivers of trains near Aalby protest, says Berglund.")
                .on(TOPICS);
    }
}
