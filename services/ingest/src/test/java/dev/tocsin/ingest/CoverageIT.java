package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Updates;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.Moved;
import dev.tocsin.ingest.feeds.Pace;
import dev.tocsin.ingest.feeds.ShortHash;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weeks of arrivals in a database of its own, and the looks of a day, against the real channel. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CoverageIT {
    private static final String TOPIC = "tocsin.alerts.v1";
    private static final Instant NOW = Instant.parse("2026-03-11T12:20:00Z");
    private static final int WEEKS_OF_HOURS = 30 * 24;

    @Inject
    MongoClient mongo;

    @Inject
    IngestConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private FeedStore feeds;
    private FeedCatalog catalog;
    private ArrivalStore arrivals;
    private DeletedFeeds deleted;
    private String database;
    private CoverageWatch watch;
    private Feed feed;

    @BeforeEach
    void rememberWeeks() {
        database = "t" + UUID.randomUUID().toString().replace("-", "");
        feeds = new FeedStore(mongo, database);
        catalog = new FeedCatalog(mongo, database);
        arrivals = new ArrivalStore(mongo, database);
        deleted = new DeletedFeeds(mongo, config, database);
        watch = watch();
        feed = new Feed(
                FeedAddress.ofWeb("https://" + database + ".example/rss"),
                FeedSettings.STANDARD.withSource(new SourceOverride(null, "Courier", "KZ", null)),
                FeedStatus.unknown(NOW)
                        .published(
                                NOW,
                                NOW.plusSeconds(300),
                                Pace.UNKNOWN,
                                Moved.NOWHERE,
                                new FeedStatus.Published("Courier", Validators.NONE, 1)),
                NOW.minus(Duration.ofDays(40)));
        feeds.add(feed);
        var watched = new EpisodeStore(mongo, database);
        for (int ago = WEEKS_OF_HOURS; ago >= 0; ago--) {
            var at = NOW.minus(Duration.ofHours(ago));
            watched.lease("test", at, at.minusSeconds(1));
            if (ago > 12) {
                arrivals.arrived(feed.id(), 4, at);
            }
        }
    }

    private CoverageWatch watch() {
        return new CoverageWatch(
                catalog,
                arrivals,
                new EpisodeStore(mongo, database),
                deleted,
                new AlertBell(kafka, config, "tocsin"),
                config,
                InstantSource.fixed(NOW));
    }

    @Test
    void ringsOnce_thenTellsThatItIsBack() throws Exception {
        watch.look(NOW);
        watch.look(NOW.plus(Duration.ofMinutes(10)));
        var first = alerts();
        assertThat(first).hasSize(1);
        var alert = read(first.getFirst());
        assertThat(alert.headline()).isEqualTo("Courier: nothing in 12 h, usually 48: it went quiet");
        assertThat(first.getFirst().key()).isEqualTo(alert.story());
        assertThat(header(first.getFirst(), "ce_type")).isEqualTo("dev.tocsin.alert.v1");
        assertThat(header(first.getFirst(), "ce_source")).isEqualTo("/tocsin/ingest");
        assertThat(header(first.getFirst(), "ce_subject")).isEqualTo(alert.story());
        assertThat(catalog.find(feed.id()).orElseThrow().state()).isEqualTo("quiet");
        assertThat(catalog.find(feed.id()).orElseThrow().why().words()).contains("less than its usual");

        arrivals.arrived(feed.id(), 40, NOW.plus(Duration.ofMinutes(15)));
        watch.look(NOW.plus(Duration.ofMinutes(20)));
        var both = alerts();
        assertThat(both).hasSize(2);
        var cancel = read(both.getLast());
        assertThat(cancel.msgType()).isEqualTo(Alert.MsgType.Cancel);
        assertThat(cancel.story()).isEqualTo(alert.story());
        assertThat(cancel.revision()).isEqualTo(2);
        assertThat(catalog.find(feed.id()).orElseThrow().state()).isEqualTo("ok");
    }

    @Test
    void sendsTheSameAlertAgain_whenItDiedBeforeItKnewThatItWasSent() throws Exception {
        watch.look(NOW);
        var sent = alerts().getFirst();
        // as it was between the two writes
        var episodes = mongo.getDatabase(database).getCollection("coverage");
        var pending = new String(sent.value(), StandardCharsets.UTF_8);
        episodes.updateOne(new Document(), Updates.set("pending", pending));

        watch().look(NOW.plus(Duration.ofMinutes(30)));
        var all = alerts();
        assertThat(all).hasSize(2);
        assertThat(all.getLast().value()).isEqualTo(sent.value());
        assertThat(header(all.getLast(), "ce_id")).isEqualTo(header(sent, "ce_id"));
    }

    @Test
    void leavesTheLookToTheReplicaThatHasTheLease() throws Exception {
        watch.look(NOW);
        arrivals.arrived(feed.id(), 40, NOW.plus(Duration.ofMinutes(1)));
        watch().look(NOW.plus(Duration.ofMinutes(2)));
        assertThat(alerts()).hasSize(1);
        watch().look(NOW.plus(Duration.ofMinutes(20)));
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void keepsStill_whenTheMachineWasOff() throws Exception {
        mongo.getDatabase(database).getCollection("coverage_watch").drop();
        var awake = new EpisodeStore(mongo, database);
        for (int ago = WEEKS_OF_HOURS; ago > 12; ago--) {
            var at = NOW.minus(Duration.ofHours(ago));
            awake.lease("test", at, at.minusSeconds(1));
        }
        watch.look(NOW);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void forgetsDaysThatNobodyJudgesByAnyMore() throws Exception {
        watch.look(NOW.plus(Duration.ofDays(50)));
        var days = mongo.getDatabase(database)
                .getCollection("arrivals")
                .find()
                .first()
                .get("days", Document.class);
        assertThat(days).isEmpty();
    }

    /** Only those of this test: each has feeds of its own, and with them stories. */
    private List<ConsumerRecord<String, byte[]>> alerts() {
        var config = Map.<String, Object>of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> {
                    if (isMine(r)) {
                        found.add(r);
                    }
                });
            }
            return found;
        }
    }

    private boolean isMine(ConsumerRecord<String, byte[]> record) {
        return mongo.getDatabase(database).getCollection("coverage").find().into(new ArrayList<>()).stream()
                .anyMatch(d -> record.key()
                        .equals("coverage-"
                                + ShortHash.of(
                                        d.getString("_id"),
                                        d.getDate("begun").toInstant().toString())));
    }

    private static Alert read(ConsumerRecord<String, byte[]> record) throws UnreadableMessageException {
        return Json.read(record.value(), Alert.class);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
