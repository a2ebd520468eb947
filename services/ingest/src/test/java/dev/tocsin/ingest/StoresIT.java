package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import dev.tocsin.contracts.trace.Spans;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.FeedQuery;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.Moved;
import dev.tocsin.ingest.feeds.Pace;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.feeds.Why;
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

    @Inject
    Poller poller;

    @Inject
    FeedForm form;

    private String database;
    private FeedStore feeds;
    private FeedClaims claims;
    private FeedCatalog catalog;
    private DeletedFeeds deleted;

    @BeforeEach
    void openStores() {
        database = "t" + UUID.randomUUID().toString().replace("-", "");
        feeds = new FeedStore(mongo, database);
        claims = new FeedClaims(mongo, database, config);
        claims.prepare();
        catalog = new FeedCatalog(mongo, database);
        deleted = new DeletedFeeds(mongo, config, database);
    }

    @Test
    void takesOverTheConfiguration_andTheTrustWithIt() {
        feeds.add(feed(ONE, NOW));
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
        record(ONE, FeedStatus.unknown(NOW).failed(NOW, LATER, new Why("http-404", "HTTP status 404")));
        feeds.configure(List.of(configured(ONE)), NOW.plusSeconds(5));
        assertThat(feeds.find(ONE.id()).orElseThrow().status().nextTry()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void countsFeedsByState() {
        feeds.add(feed(ONE, NOW));
        feeds.add(feed(OTHER, NOW));
        record(ONE, FeedStatus.unknown(NOW).failed(NOW, LATER, new Why("refused", "no")));
        assertThat(feeds.countByState())
                .containsExactlyInAnyOrderEntriesOf(Map.of(FeedState.NEW, 1L, FeedState.FAILING, 1L));
    }

    @Test
    void saysThatTheOutletIsDown_whenTheChannelDoesNotExist() {
        var outlet = new KafkaOutlet(kafka, config, "nowhere", InstantSource.system(), Spans.NOBODY);
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
