package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.Moved;
import dev.tocsin.ingest.feeds.Pace;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.publish.OutletDownException;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stores and the outlet by themselves, in databases of their own, where no poller is at work. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StoresIT {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(90);
    private static final FeedAddress ONE = FeedAddress.ofWeb("https://one.example/rss");
    private static final FeedAddress OTHER = FeedAddress.ofWeb("https://other.example/rss");

    @Inject
    MongoClient mongo;

    @Inject
    IngestConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private FeedStore feeds;
    private FeedClaims claims;

    @BeforeEach
    void openStores() {
        var database = "t" + UUID.randomUUID().toString().replace("-", "");
        feeds = new FeedStore(mongo, database);
        claims = new FeedClaims(mongo, database, config);
        claims.prepare();
    }

    @Test
    void takesOverTheConfiguration_andTheTrustWithIt() {
        feeds.add(feed(ONE, NOW));
        feeds.configure(List.of(configured(ONE), configured(OTHER)), NOW);
        assertThat(feeds.list(null, 10)).hasSize(2).allMatch(f -> f.settings().configured());

        feeds.configure(List.of(configured(OTHER)), NOW);
        assertThat(feeds.find(ONE.id()).orElseThrow().settings().configured()).isFalse();
        assertThat(feeds.find(OTHER.id()).orElseThrow().settings().configured()).isTrue();
    }

    @Test
    void keepsWhatIsKnownOfAFeed_whenItIsConfiguredAgain() {
        feeds.configure(List.of(configured(ONE)), NOW);
        var known = published(7);
        record(ONE, known);
        feeds.configure(List.of(configured(ONE)), NOW.plusSeconds(5));
        var status = feeds.find(ONE.id()).orElseThrow().status();
        assertThat(status.articles()).isEqualTo(7);
        assertThat(status.nextTry()).isEqualTo(LATER);
    }

    @Test
    void asksAFeedAgainAtTheStart_whenItFailed() {
        feeds.configure(List.of(configured(ONE)), NOW);
        record(ONE, FeedStatus.unknown(NOW).failed(NOW, LATER, "HTTP status 404"));
        feeds.configure(List.of(configured(ONE)), NOW.plusSeconds(5));
        assertThat(feeds.find(ONE.id()).orElseThrow().status().nextTry()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void countsFeedsByState() {
        feeds.add(feed(ONE, NOW));
        feeds.add(feed(OTHER, NOW));
        record(ONE, FeedStatus.unknown(NOW).failed(NOW, LATER, "no"));
        assertThat(feeds.countByState())
                .containsExactlyInAnyOrderEntriesOf(Map.of(FeedState.NEW, 1L, FeedState.FAILING, 1L));
    }

    @Test
    void saysThatTheOutletIsDown_whenTheChannelDoesNotExist() {
        var outlet = new KafkaOutlet(kafka, config, "nowhere", InstantSource.system());
        try {
            assertThatExceptionOfType(OutletDownException.class)
                    .isThrownBy(outlet::awaitReady)
                    .withMessageContaining("nowhere.articles-fetched.v1");
        } finally {
            outlet.close();
        }
    }

    private static Feed configured(FeedAddress address) {
        return new Feed(address, FeedSettings.CONFIGURED, FeedStatus.unknown(NOW), NOW);
    }

    private static Feed feed(FeedAddress address, Instant due) {
        return new Feed(address, FeedSettings.STANDARD, FeedStatus.unknown(due), NOW);
    }

    private static FeedStatus published(int articles) {
        var gave = new FeedStatus.Published("One", new Validators("\"v\"", null), articles);
        return FeedStatus.unknown(NOW).published(NOW, LATER, Pace.UNKNOWN, Moved.NOWHERE, gave);
    }

    /** As a poll of a feed that nobody has polled before. */
    private void record(FeedAddress address, FeedStatus status) {
        claims.record(List.of(new FeedClaims.Done(Turn.first(address.id()), FeedStatus.unknown(NOW), status)));
    }
}
