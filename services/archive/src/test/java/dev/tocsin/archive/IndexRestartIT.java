package dev.tocsin.archive;

import static dev.tocsin.archive.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.archive.search.Search;
import dev.tocsin.contracts.Channel;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalBroker;
import dev.tocsin.local.LocalChannels;
import dev.tocsin.local.LocalStore;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that was away, of a replica that archives nothing itself: another one does. */
class IndexRestartIT {
    private static final String TOPIC = Channel.ARTICLES_CLASSIFIED.kafkaTopic(Channel.DEFAULT_PREFIX);
    private static final String GROUP = "tocsin-archive";

    @TempDir
    Path folder;

    @Test
    void followsWhatOthersArchived_alsoWhileItWasAway_andIsBuiltWhereItIsMissing() throws Exception {
        int[] ports = FreePorts.find(3);
        try (var kafka = LocalBroker.start(folder.resolve("broker"), ports[0], ports[1]);
                var embedded = LocalStore.start(folder.resolve("store"), ports[2]);
                var client = MongoClients.create(embedded.connectionString());
                var channel = new Broker(kafka.bootstrapServers())) {
            LocalChannels.create(kafka.bootstrapServers(), Channel.DEFAULT_PREFIX, 1, (short) 1);
            var database = client.getDatabase("tocsin");
            var store = new MongoStore(database);
            archive(kafka.bootstrapServers(), channel, store, 1, "before");

            var first = index(database, kafka.bootstrapServers(), "index");
            first.start();
            finds(first, "before");
            archive(kafka.bootstrapServers(), channel, store, 2, "during");
            finds(first, "before", "during");
            // the message is there, but nobody has archived it
            channel.send(Channel.ARTICLES_CLASSIFIED, "ahead", Samples.article("ahead", 1, Samples.AT));
            first.stop();

            archive(kafka.bootstrapServers(), channel, store, 4, "away");
            database.getCollection("articles").deleteOne(new org.bson.Document("_id", "before"));
            channel.sendBytes(Channel.ARTICLES_CLASSIFIED, "before", null);
            acknowledge(kafka.bootstrapServers(), 5);

            var second = index(database, kafka.bootstrapServers(), "index");
            second.start();
            finds(second, "during", "away");
            second.stop();

            var anew = index(database, kafka.bootstrapServers(), "other");
            anew.start();
            finds(anew, "during", "away");
            // it is found a moment before the building is said to be over
            await().untilAsserted(() -> assertThat(anew.state().complete()).isTrue());
            anew.stop();
        }
    }

    /** As another replica does it: first into the store, then acknowledged. */
    private static void archive(String broker, Broker channel, Store store, long end, String id) throws Exception {
        var article = Samples.article(id, 1, Samples.AT);
        channel.send(Channel.ARTICLES_CLASSIFIED, id, article);
        store.saveArticles(List.of(article));
        acknowledge(broker, end);
    }

    private static void acknowledge(String broker, long end) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.alterConsumerGroupOffsets(GROUP, Map.of(new TopicPartition(TOPIC, 0), new OffsetAndMetadata(end)))
                    .all()
                    .get();
        }
    }

    private SearchIndex index(MongoDatabase database, String broker, String name) {
        return new SearchIndex(
                new StoredArticles(database),
                new Place(folder.resolve(name)),
                new HashMap<>(Map.of("bootstrap.servers", broker)),
                GROUP,
                TOPIC);
    }

    private static void finds(SearchIndex index, String... ids) {
        var search = Search.of(new Parameters(Map.of("sort", List.of("newest"))));
        // there is no index yet just after the start
        await().ignoreException(java.util.NoSuchElementException.class).untilAsserted(() -> {
            var hits = index.index().orElseThrow().search(search, null).hits();
            assertThat(hits.stream().map(h -> h.id()).toList()).containsExactlyInAnyOrder(ids);
        });
    }

    /** Where the index lies. */
    private record Place(Path path) implements ArchiveConfig.Index {
        @Override
        public Optional<Path> dir() {
            return Optional.of(path);
        }

        @Override
        public MemorySize room() {
            return new MemorySize(BigInteger.ZERO);
        }

        @Override
        public double share() {
            return 1;
        }
    }
}
