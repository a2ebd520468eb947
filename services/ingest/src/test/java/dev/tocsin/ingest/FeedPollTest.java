package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.article.Limits;
import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.PollSchedule;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.parse.FeedFile;
import dev.tocsin.ingest.polite.HostGate;
import dev.tocsin.ingest.publish.FakeOutlet;
import dev.tocsin.ingest.publish.FakeSeen;
import dev.tocsin.ingest.publish.Publisher;
import dev.tocsin.ingest.reading.PageReader;
import dev.tocsin.ingest.reading.PageReading;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedPollTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.fixed(NOW);
    private final IngestConfig config = TestConfig.with(Map.of("fetch.max-size", "10000"));
    private final FakeSeen seen = new FakeSeen();
    private final FakeOutlet outlet = new FakeOutlet();
    private final Map<String, Integer> arrived = new HashMap<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Web web = new Web(config);
    private final FeedPoll poll = poll(seen, outlet);

    private Path file = Path.of("");

    @BeforeEach
    void writeFeed() throws IOException {
        file = Files.write(folder.resolve("feed.xml"), FeedFile.bytes("links-to-one-live-page.xml"));
    }

    @AfterEach
    void closeClients() {
        web.close();
    }

    @Test
    void isOkAndDueAfterItsInterval_whenAllIsPublished() {
        var status = polled(feed(FeedStatus.unknown(NOW)));
        assertThat(status.state()).isEqualTo(FeedState.OK);
        assertThat(status.articles()).isEqualTo(2);
        assertThat(status.nextTry()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(seen.marked).hasSize(2);
        assertThat(counted("fetched")).isEqualTo(1);
    }

    @Test
    void readsNothing_whenTheFileIsTheSame() {
        var first = polled(feed(FeedStatus.unknown(NOW)));
        var second = polled(feed(first));
        assertThat(second.state()).isEqualTo(FeedState.OK);
        assertThat(second.articles()).isEqualTo(2);
        assertThat(arrived).containsExactly(Map.entry(feed(first).id(), 2));
        assertThat(counted("not-modified")).isEqualTo(1);
    }

    @Test
    void readsItAllAgainSoon_whenTheChannelIsDown() {
        outlet.down = true;
        var status = polled(feed(FeedStatus.unknown(NOW)));
        assertThat(status.reason()).isEqualTo("the channel is down");
        assertThat(status.validators()).isEqualTo(Validators.NONE);
        assertThat(status.nextTry()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        assertThat(status.failures()).isZero();

        outlet.down = false;
        var again = polled(feed(status));
        assertThat(again.articles()).isEqualTo(2);
        assertThat(again.reason()).isNull();
    }

    @Test
    void sendsOnlyTheRest_whenTheChannelTookSome() {
        var ids = new FakeOutlet();
        poll(new FakeSeen(), ids).poll(feed(FeedStatus.unknown(NOW)), () -> {});
        outlet.refused.add(ids.sent.getLast());

        var status = polled(feed(FeedStatus.unknown(NOW)));
        assertThat(status.articles()).isEqualTo(1);
        assertThat(status.validators()).isEqualTo(Validators.NONE);
        outlet.refused.clear();
        assertThat(polled(feed(status)).articles()).isEqualTo(2);
        assertThat(outlet.sent).containsExactly(ids.sent.getFirst(), ids.sent.getLast(), ids.sent.getLast());
    }

    @Test
    void refusesAFile_whenTheConfigurationNamesItNoMore() {
        var settings = FeedSettings.STANDARD;
        var status = polled(new Feed(address(), settings, FeedStatus.unknown(NOW), NOW));
        assertThat(status.state()).isEqualTo(FeedState.FAILING);
        assertThat(status.reason()).contains("tocsin.ingest.feeds");
        assertThat(outlet.sent).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Files.writeString(file, "x".repeat(20_000));
        assertThat(polled(feed(FeedStatus.unknown(NOW))).reason()).isEqualTo("larger than 10000 bytes");
    }

    @Test
    void countsAGapAndHurries_whenNothingOfTheLastPollIsLeft() throws IOException {
        var first = polled(feed(FeedStatus.unknown(NOW)));
        Files.write(file, FeedFile.bytes("rss-whole.xml"));
        var second = polled(feed(first));
        assertThat(second.pace().gaps()).isEqualTo(1);
        assertThat(second.pace().haste()).isEqualTo(1);
        assertThat(meters.counter("tocsin.ingest.gaps").count()).isEqualTo(1);
    }

    @Test
    void staysAlive_whenTheMistakeIsOurs() {
        var status = poll.broken(feed(FeedStatus.unknown(NOW)), new IllegalStateException("oops"));
        assertThat(status.state()).isEqualTo(FeedState.FAILING);
        assertThat(status.reason()).contains("internal error").contains("oops");
        assertThat(status.nextTry()).isAfter(NOW);
    }

    private FeedStatus polled(Feed feed) {
        return poll.poll(feed, () -> {});
    }

    private Feed feed(FeedStatus status) {
        return new Feed(address(), FeedSettings.CONFIGURED, status, NOW);
    }

    private FeedAddress address() {
        return FeedAddress.ofConfiguration(file.toString(), folder);
    }

    private double counted(String outcome) {
        return meters.counter("tocsin.ingest.polls", "outcome", outcome).count();
    }

    private FeedPoll poll(FakeSeen seen, FakeOutlet outlet) {
        var metrics = new IngestMetrics(meters);
        var gate = new HostGate(clock, 1, Duration.ZERO);
        return new FeedPoll(
                new FeedFetch(new HttpFetcher(web, config, clock), new FileFetcher(config), gate, config, clock),
                new BodyRooms(1, Duration.ofSeconds(1)),
                new FeedReading(),
                new FeedPublishing(
                        new Publisher(seen, outlet, clock),
                        noPages(),
                        new Limits(1_000),
                        config,
                        metrics,
                        (feed, count, at) -> arrived.merge(feed, count, Integer::sum)),
                (feed, hub) -> Optional.empty(),
                new PollSchedule(clock, () -> 0L, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofHours(24)),
                metrics,
                clock);
    }

    private static Pages noPages() {
        return new Pages(null) {
            @Override
            PageReader of(Feed feed) {
                return url -> new PageReading.Unknown("there is no web in this test");
            }
        };
    }
}
