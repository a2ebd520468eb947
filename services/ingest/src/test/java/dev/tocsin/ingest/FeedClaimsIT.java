package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.tocsin.ingest.FeedClaims.Done;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.Moved;
import dev.tocsin.ingest.feeds.Pace;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.polite.Due;
import dev.tocsin.ingest.polite.DueQueue.Ready;
import dev.tocsin.ingest.polite.HostGate;
import dev.tocsin.ingest.polite.HostKey;
import dev.tocsin.ingest.polite.Share;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims of two replicas on one store, in a database of their own, where no poller is at work. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FeedClaimsIT {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final Share ALL = Share.of("me", List.of("me"));
    private static final FeedAddress ONE = FeedAddress.ofWeb("https://one.example/rss");
    private static final FeedAddress OTHER = FeedAddress.ofWeb("https://other.example/rss");

    @Inject
    MongoClient mongo;

    @Inject
    IngestConfig config;

    private final HostGate gate = new HostGate(InstantSource.fixed(NOW), 100, Duration.ZERO);
    private String database = "";
    private FeedStore feeds;
    private FeedClaims claims;

    @BeforeEach
    void openStores() {
        database = "t" + UUID.randomUUID().toString().replace("-", "");
        feeds = new FeedStore(mongo, database);
        claims = new FeedClaims(mongo, database, config);
        claims.prepare();
    }

    @Test
    void givesADueFeedToOneReplicaOnly() {
        add(ONE, NOW);
        var found = due();
        assertThat(claim(found)).hasSize(1);
        assertThat(claim(found)).isEmpty();
        assertThat(due()).isEmpty();
    }

    @Test
    void findsTheFeedFirstThatIsDueLongest_andNoneThatIsPausedOrNotDue() {
        add(ONE, NOW.minusSeconds(1));
        add(OTHER, NOW.minusSeconds(60));
        add(FeedAddress.ofWeb("https://later.example/"), NOW.plusSeconds(1));
        var paused = FeedAddress.ofWeb("https://paused.example/");
        feeds.add(new Feed(paused, FeedSettings.STANDARD.withPaused(true), FeedStatus.unknown(NOW), NOW));
        assertThat(due()).extracting(Due::id).containsExactly(OTHER.id(), ONE.id());
    }

    @Test
    void findsOnlyFeedsOfItsShare_andNoneOfCrowdedHosts() {
        add(ONE, NOW);
        add(OTHER, NOW);
        var share = new Share(List.of(Share.slot(HostKey.of(ONE.uri()))));
        assertThat(claims.due(NOW, share, Set.of(), 10)).extracting(Due::id).containsExactly(ONE.id());
        assertThat(claims.due(NOW, ALL, Set.of("one.example"), 10))
                .extracting(Due::id)
                .containsExactly(OTHER.id());
    }

    @Test
    void writesWhatAPollFoundOut() {
        add(ONE, NOW);
        var claim = claim(due()).getFirst();
        record(claim, published(claim.feed().status(), 3));
        var status = feeds.find(ONE.id()).orElseThrow().status();
        assertThat(status.articles()).isEqualTo(3);
        assertThat(status.nextTry()).isEqualTo(LATER);
        assertThat(claims.due(LATER, ALL, Set.of(), 10)).hasSize(1);
    }

    @Test
    void writesNothing_whenTheFeedWasClaimedAgainMeanwhile() {
        add(ONE, NOW);
        var slept = claim(due()).getFirst();
        var quicker = claim(claims.due(NOW.plus(Duration.ofDays(1)), ALL, Set.of(), 10))
                .getFirst();
        record(slept, published(slept.feed().status(), 1));
        assertThat(feeds.find(ONE.id()).orElseThrow().status().articles()).isZero();
        record(quicker, published(quicker.feed().status(), 2));
        assertThat(feeds.find(ONE.id()).orElseThrow().status().articles()).isEqualTo(2);
    }

    @Test
    void leavesADeletedFeedDeleted_whenItsPollEndsLater() {
        add(ONE, NOW);
        var claim = claim(due()).getFirst();
        new DeletedFeeds(mongo, config, database).delete(Set.of(ONE.id()), NOW);
        record(claim, published(claim.feed().status(), 1));
        assertThat(feeds.find(ONE.id())).isEmpty();
    }

    @Test
    void asksNobodyTwiceInItsInterval_whenTheReplicaDiesInTheMiddle() {
        add(ONE, NOW);
        var first = claim(due()).getFirst();
        record(first, published(first.feed().status(), 0));
        claim(claims.due(LATER, ALL, Set.of(), 10), LATER);
        assertThat(claims.due(LATER.plusSeconds(599), ALL, Set.of(), 10)).isEmpty();
        assertThat(claims.due(LATER.plusSeconds(600), ALL, Set.of(), 10)).hasSize(1);
    }

    @Test
    void asksSoon_andOnce_whatWasAskedBeforeTheClockWasPutBack() {
        add(ONE, NOW);
        record(claim(due()).getFirst(), published(FeedStatus.unknown(NOW), 1));
        var back = NOW.minus(Duration.ofHours(1));

        var found = claims.due(back, ALL, Set.of(), 10);
        assertThat(found).hasSize(1);
        claim(found, back);
        assertThat(claims.due(back.plusSeconds(1), ALL, Set.of(), 10)).isEmpty();
    }

    @Test
    void addsWhatAHubDelivered_whileAPollWasUnderWay() {
        add(ONE, NOW);
        var claim = claim(due()).getFirst();
        claims.delivered(ONE.id(), 5, NOW);
        record(claim, published(claim.feed().status(), 2));
        assertThat(feeds.find(ONE.id()).orElseThrow().status().articles()).isEqualTo(7);
    }

    @Test
    void givesFeedsOfEarlierVersionsWhatClaimsNeed() {
        add(ONE, NOW);
        mongo.getDatabase(database)
                .getCollection("feeds")
                .updateMany(new Document(), Document.parse("{$unset: {turn: 1, host: 1, slot: 1}}"));
        claims.prepare();
        assertThat(due()).extracting(Due::host).containsExactly("one.example");
        assertThat(claim(due())).hasSize(1);
    }

    private void add(FeedAddress address, Instant due) {
        feeds.add(new Feed(address, FeedSettings.STANDARD, FeedStatus.unknown(due), NOW));
    }

    private List<Due> due() {
        return claims.due(NOW, ALL, Set.of(), 10);
    }

    private List<Claim> claim(List<Due> found) {
        return claim(found, NOW);
    }

    private List<Claim> claim(List<Due> found, Instant at) {
        var ready = found.stream()
                .map(due -> new Ready(due, gate.tryEnter(due.host()).orElseThrow()))
                .toList();
        return claims.claim(ready, at);
    }

    private void record(Claim claim, FeedStatus status) {
        claims.record(List.of(new Done(claim.turn(), claim.feed().status(), status)));
    }

    private static FeedStatus published(FeedStatus before, int articles) {
        var gave = new FeedStatus.Published("One", new Validators("\"v\"", null), articles);
        return before.published(NOW, LATER, Pace.UNKNOWN, Moved.NOWHERE, gave);
    }
}
