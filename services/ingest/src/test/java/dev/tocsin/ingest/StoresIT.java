package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.FeedQuery;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.lists.ListedFeed;
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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stores and the outlet by themselves, in databases of their own, where no poller is at work. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StoresIT {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LEASE_END = NOW.plusSeconds(90);
    private static final FeedAddress ONE = FeedAddress.ofWeb("https://one.example/rss");
    private static final FeedAddress OTHER = FeedAddress.ofWeb("https://other.example/rss");

    @Inject
    MongoClient mongo;

    @Inject
    IngestConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    Poller poller;

    @Inject
    FeedForm form;

    private String database;
    private FeedStore feeds;
    private FeedCatalog catalog;
    private DeletedFeeds deleted;

    @BeforeEach
    void openStores() {
        database = "t" + UUID.randomUUID().toString().replace("-", "");
        feeds = new FeedStore(mongo, database);
        catalog = new FeedCatalog(mongo, database);
        deleted = new DeletedFeeds(mongo, config, database);
    }

    @Test
    void givesADueFeedToOneReplicaOnly_untilItsLeaseEnds() {
        feeds.add(feed(ONE, false, NOW));
        assertThat(feeds.claim(NOW, LEASE_END)).map(Feed::id).contains(ONE.id());
        assertThat(feeds.claim(NOW, LEASE_END)).isEmpty();
        assertThat(feeds.claim(LEASE_END, LEASE_END.plusSeconds(90))).isPresent();
    }

    @Test
    void givesTheFeedFirstThatIsDueLongest_andNoneThatIsPausedOrNotDue() {
        feeds.add(feed(ONE, false, NOW.minusSeconds(1)));
        feeds.add(feed(OTHER, false, NOW.minusSeconds(60)));
        feeds.add(feed(FeedAddress.ofWeb("https://paused.example/"), true, NOW.minusSeconds(99)));
        feeds.add(feed(FeedAddress.ofWeb("https://later.example/"), false, NOW.plusSeconds(1)));
        assertThat(feeds.claim(NOW, LEASE_END)).map(Feed::id).contains(OTHER.id());
        assertThat(feeds.claim(NOW, LEASE_END)).map(Feed::id).contains(ONE.id());
        assertThat(feeds.claim(NOW, LEASE_END)).isEmpty();
    }

    @Test
    void leavesADeletedFeedDeleted_whenItsPollEndsLater() {
        feeds.add(feed(ONE, false, NOW));
        assertThat(deleted.delete(Set.of(ONE.id()), NOW)).containsExactly(ONE.id());
        feeds.record(ONE.id(), FeedStatus.unknown(NOW));
        assertThat(feeds.find(ONE.id())).isEmpty();
    }

    @Test
    void takesOverTheConfiguration_andTheTrustWithIt() {
        feeds.add(feed(ONE, false, NOW));
        feeds.configure(List.of(configured(ONE), configured(OTHER)), NOW);
        assertThat(catalog.list(FeedQuery.ALL, null, 10))
                .hasSize(2)
                .allMatch(f -> f.feed().settings().configured());

        feeds.configure(List.of(configured(OTHER)), NOW);
        assertThat(feeds.find(ONE.id()).orElseThrow().settings().configured()).isFalse();
        assertThat(feeds.find(OTHER.id()).orElseThrow().settings().configured()).isTrue();
    }

    @Test
    void keepsWhatIsKnownOfAFeed_whenItIsConfiguredAgain() {
        feeds.configure(List.of(configured(ONE)), NOW);
        var known = FeedStatus.unknown(NOW).published(NOW, LEASE_END, "One", new Validators("\"v\"", null), 7);
        feeds.record(ONE.id(), known);
        feeds.configure(List.of(configured(ONE)), NOW.plusSeconds(5));
        var status = feeds.find(ONE.id()).orElseThrow().status();
        assertThat(status.articles()).isEqualTo(7);
        assertThat(status.nextTry()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void countsFeedsByState() {
        feeds.add(feed(ONE, false, NOW));
        feeds.add(feed(OTHER, false, NOW));
        feeds.record(ONE.id(), FeedStatus.unknown(NOW).failed(NOW, LEASE_END, "gone"));
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

    @Test
    void takesOverAList_butNotWhatPeopleChangedOrDeletedSince() {
        var listed =
                FeedSettings.STANDARD.withTags(List.of("wire")).withSource(new SourceOverride(null, "One", "KZ", null));
        var lists = lists();
        assertThat(lists.apply(List.of(new ListedFeed(ONE, listed), new ListedFeed(OTHER, listed)), NOW))
                .isEqualTo(2);
        feeds.update(ONE.id(), listed.withTags(List.of("mine")), NOW);
        deleted.delete(Set.of(OTHER.id()), NOW);
        deleted.purge(NOW.plus(config.undo()).plusSeconds(1));

        var later = listed.withTags(List.of("theirs")).withSource(new SourceOverride(null, "One", "UZ", null));
        assertThat(lists.apply(List.of(new ListedFeed(ONE, later), new ListedFeed(OTHER, later)), NOW))
                .isZero();
        var one = feeds.find(ONE.id()).orElseThrow().settings();
        assertThat(one.tags()).containsExactly("mine");
        assertThat(one.source().country()).isEqualTo("UZ");
        assertThat(feeds.find(OTHER.id())).isEmpty();
        assertThat(deleted.latest(10, NOW)).isEmpty();
    }

    private FeedListStart lists() {
        return new FeedListStart(mongo, database, deleted, poller, config, form, InstantSource.fixed(NOW));
    }

    private static Feed feed(FeedAddress address, boolean paused, Instant due) {
        var settings = FeedSettings.STANDARD.withPaused(paused);
        return new Feed(address, settings, FeedStatus.unknown(due), NOW);
    }
}
