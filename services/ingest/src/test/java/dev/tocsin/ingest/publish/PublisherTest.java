package dev.tocsin.ingest.publish;

import static dev.tocsin.ingest.publish.NamingPages.HOME;
import static dev.tocsin.ingest.publish.NamingPages.NAMING_HOME;
import static dev.tocsin.ingest.publish.NamingPages.namingHome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tocsin.contracts.TraceParent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PublisherTest {
    private static final Instant NOW = Instant.parse("2022-01-06T12:00:00Z");

    private static final Completion MUST_NOT_ASK = articles -> {
        throw new AssertionError("its page is asked for again");
    };

    private final FakeSeen seen = new FakeSeen();
    private final FakeOutlet outlet = new FakeOutlet();
    private final Publisher publisher = new Publisher(seen, outlet, InstantSource.fixed(NOW));

    @Test
    void publishesOnce_whenTheSameArticleComesAgain() throws OutletDownException {
        assertThat(publisher.publish(drafts("a", "b"))).containsExactly(Publication.PUBLISHED, Publication.PUBLISHED);
        assertThat(publisher.publish(drafts("b", "c"))).containsExactly(Publication.DUPLICATE, Publication.PUBLISHED);
        assertThat(outlet.sent).containsExactly("a", "b", "c");
    }

    @Test
    void publishesOnce_whenABatchHoldsTheSameArticleTwice() throws OutletDownException {
        assertThat(publisher.publish(drafts("a", "a"))).containsExactly(Publication.PUBLISHED, Publication.DUPLICATE);
        assertThat(outlet.sent).containsExactly("a");
    }

    @Test
    void asksAndMarksOnceABatch() throws OutletDownException {
        publisher.publish(drafts("a", "b", "c"));
        assertThat(seen.questions.get()).isEqualTo(1);
        assertThat(seen.writes.get()).isEqualTo(1);
    }

    @Test
    void marksOnlyWhatIsAcknowledged_andSendsTheRestAgain() throws OutletDownException {
        outlet.refused.add("b");
        assertThat(publisher.publish(drafts("a", "b"))).containsExactly(Publication.PUBLISHED, Publication.FAILED);
        assertThat(seen.marked).containsOnlyKeys("a");

        outlet.refused.clear();
        assertThat(publisher.publish(drafts("a", "b"))).containsExactly(Publication.DUPLICATE, Publication.PUBLISHED);
    }

    @Test
    void marksAfterTheAcknowledgement_neverBefore() throws Exception {
        outlet.hold();
        var publishing = later(() -> publisher.publish(drafts("a")));
        outlet.awaitSent("a");
        assertThat(seen.marked).isEmpty();
        outlet.acknowledgeAll();
        assertThat(publishing.get()).containsExactly(Publication.PUBLISHED);
        assertThat(seen.marked).containsOnlyKeys("a");
    }

    @Test
    void sendsAgainUnderTheSameId_whenItDiedBeforeMarking() throws OutletDownException {
        seen.breaksOnMark = true;
        assertThatIllegalStateException().isThrownBy(() -> publisher.publish(drafts("a")));

        seen.breaksOnMark = false;
        var restarted = new Publisher(seen, outlet, InstantSource.fixed(NOW));
        assertThat(restarted.publish(drafts("a"))).containsExactly(Publication.PUBLISHED);
        assertThat(restarted.publish(drafts("a"))).containsExactly(Publication.DUPLICATE);
        assertThat(outlet.sent).containsExactly("a", "a");
    }

    @Test
    void marksNothingAndHoldsNothing_whenTheOutletIsDown() throws OutletDownException {
        outlet.down = true;
        assertThatExceptionOfType(OutletDownException.class).isThrownBy(() -> publisher.publish(drafts("a")));
        assertThat(seen.marked).isEmpty();

        outlet.down = false;
        assertThat(publisher.publish(drafts("a"))).containsExactly(Publication.PUBLISHED);
    }

    @Test
    void needsNoOutlet_whenAllIsKnown() throws OutletDownException {
        publisher.publish(drafts("a"));
        outlet.down = true;
        assertThat(publisher.publish(drafts("a"))).containsExactly(Publication.DUPLICATE);
    }

    @Test
    void waitsForTheOther_whenBothHoldTheArticle() throws Exception {
        outlet.hold();
        var first = later(() -> publisher.publish(drafts("a", "b")));
        outlet.awaitSent("b");
        var second = later(() -> publisher.publish(drafts("b", "c")));
        outlet.awaitSent("c");
        assertThat(second.isDone()).isFalse();
        outlet.acknowledgeAll();
        assertThat(first.get()).containsExactly(Publication.PUBLISHED, Publication.PUBLISHED);
        assertThat(second.get()).containsExactly(Publication.DUPLICATE, Publication.PUBLISHED);
        assertThat(outlet.sent).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void failsToo_whenTheOtherThatItWaitedForFailed() throws Exception {
        outlet.hold();
        var first = later(() -> publisher.publish(drafts("a")));
        outlet.awaitSent("a");
        var second = later(() -> publisher.publish(drafts("a")));
        outlet.failAll();
        assertThat(first.get()).containsExactly(Publication.FAILED);
        assertThat(second.get()).isIn(List.of(Publication.FAILED), List.of(Publication.PUBLISHED));
    }

    @Test
    void publishesEachOnce_whenManyHoldTheSameArticles() throws Exception {
        var ids = IntStream.range(0, 50).mapToObj(Integer::toString).toArray(String[]::new);
        var backwards = Arrays.asList(ids).reversed().toArray(String[]::new);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, 40)
                    .<Callable<List<Publication>>>mapToObj(
                            i -> () -> publisher.publish(drafts(i % 2 == 0 ? ids : backwards)))
                    .toList());
            for (var one : all) {
                assertThat(one.get(10, TimeUnit.SECONDS)).doesNotContain(Publication.FAILED);
            }
        }
        assertThat(outlet.sent).containsExactlyInAnyOrder(ids);
    }

    @Test
    void sightsTheArticle_whosePageNamesTheAddressOfOneThatIsKnown() throws OutletDownException {
        publisher.publish(List.of(Carried.by("courier").draft(HOME, "Port closed", "")));
        var herald = List.of(Carried.by("herald").draft("a", "Port closed, again", ""));
        assertThat(publisher.publish(herald, NAMING_HOME)).containsExactly(Publication.DUPLICATE);
        assertThat(publisher.publish(herald, MUST_NOT_ASK)).containsExactly(Publication.DUPLICATE);
        assertThat(outlet.sent).containsExactly(HOME);
        assertThat(seen.marked.get(HOME).sightings()).extracting(Sighting::by).containsExactly("courier", "herald");
    }

    @Test
    void remembersTheAddressThatThePageNames() throws OutletDownException {
        publisher.publish(List.of(Carried.by("herald").draft("a", "Port closed", "")), NAMING_HOME);
        var courier = List.of(Carried.by("courier").draft(HOME, "Port closed", ""));
        assertThat(publisher.publish(courier, MUST_NOT_ASK)).containsExactly(Publication.DUPLICATE);
        var renamed = List.of(Carried.by("herald").draft(HOME, "Another title altogether", ""));
        assertThat(publisher.publish(renamed, MUST_NOT_ASK)).containsExactly(Publication.DUPLICATE);
        assertThat(outlet.sent).containsExactly("a");
    }

    @Test
    void publishesOneOfTwo_whosePagesNameOneAddress() throws OutletDownException {
        var courier = Carried.by("courier");
        var two = List.of(courier.draft("a", "Port closed", ""), courier.draft("b", "Port closed", ""));
        assertThat(publisher.publish(two, NAMING_HOME)).containsExactly(Publication.PUBLISHED, Publication.DUPLICATE);
        assertThat(publisher.publish(two, NAMING_HOME)).containsExactly(Publication.DUPLICATE, Publication.DUPLICATE);
        assertThat(outlet.sent).containsExactly("a");
    }

    @Test
    void publishesBoth_whenATemplateNamesOneAddressForAll() throws OutletDownException {
        var courier = Carried.by("courier");
        var two = List.of(courier.draft("a", "Port closed", ""), courier.draft("b", "Team wins", ""));
        assertThat(publisher.publish(two, NAMING_HOME)).containsExactly(Publication.PUBLISHED, Publication.PUBLISHED);
        var third = List.of(courier.draft("c", "Rain expected", ""));
        assertThat(publisher.publish(third, NAMING_HOME)).containsExactly(Publication.PUBLISHED);
    }

    @Test
    void waitsForTheOther_whosePageNamesTheSameAddress() throws Exception {
        outlet.hold();
        var first = later(() -> publisher.publish(List.of(draft("courier", "a", "Port closed")), NAMING_HOME));
        outlet.awaitSent("a");
        var second = later(() -> publisher.publish(
                List.of(draft("herald", "b", "Port closed"), draft("herald", "c", "Rain")), namingHome("b")));
        outlet.awaitSent("c");
        assertThat(second.isDone()).isFalse();
        outlet.acknowledgeAll();
        assertThat(first.get()).containsExactly(Publication.PUBLISHED);
        assertThat(second.get()).containsExactly(Publication.DUPLICATE, Publication.PUBLISHED);
        assertThat(outlet.sent).containsExactly("a", "c");
        assertThat(seen.marked.get("a").sightings()).extracting(Sighting::by).containsExactly("courier", "herald");
    }

    @Test
    void waitsForTheOther_whichIsAtTheAddressThatThePageNames() throws Exception {
        outlet.hold();
        var first = later(() -> publisher.publish(List.of(draft("courier", HOME, "Port closed"))));
        outlet.awaitSent(HOME);
        var second = later(() -> publisher.publish(
                List.of(draft("herald", "b", "Port closed"), draft("herald", "c", "Rain")), namingHome("b")));
        outlet.awaitSent("c");
        outlet.acknowledgeAll();
        assertThat(first.get()).containsExactly(Publication.PUBLISHED);
        assertThat(second.get()).containsExactly(Publication.DUPLICATE, Publication.PUBLISHED);
        assertThat(outlet.sent).containsExactly(HOME, "c");
    }

    @Test
    void publishesItAfterAll_whenTheOtherThatItWaitedForFailed() throws Exception {
        outlet.hold();
        var first = later(() -> publisher.publish(List.of(draft("courier", "a", "Port closed")), NAMING_HOME));
        outlet.awaitSent("a");
        var second = later(() -> publisher.publish(
                List.of(draft("herald", "b", "Port closed"), draft("herald", "c", "Rain")), namingHome("b")));
        outlet.awaitSent("c");
        outlet.failAll();
        assertThat(first.get()).containsExactly(Publication.FAILED);
        assertThat(second.get()).containsExactly(Publication.PUBLISHED, Publication.FAILED);
    }

    @Test
    void publishesItItself_whenTheOtherThatItWaitedForPostponedIt() throws Exception {
        outlet.hold();
        var first = later(() -> publisher.publish(List.of(draft("courier", HOME, "Port closed"))));
        outlet.awaitSent(HOME);
        var second = later(() -> publisher.publish(
                List.of(draft("herald", "b", "Port closed"), draft("herald", "c", "Rain")), namingHome("b")));
        outlet.awaitSent("c");
        var third = later(() -> publisher.publish(
                List.of(draft("herald2", "b", "Port closed"), draft("herald2", "d", "Snow")), namingHome("b")));
        outlet.awaitSent("d");
        outlet.acknowledgeAll();
        assertThat(first.get()).containsExactly(Publication.PUBLISHED);
        assertThat(second.get()).containsExactly(Publication.DUPLICATE, Publication.PUBLISHED);
        assertThat(third.get()).containsExactly(Publication.DUPLICATE, Publication.PUBLISHED);
        assertThat(outlet.sent).containsExactlyInAnyOrder(HOME, "c", "d");
    }

    @Test
    void publishesItItself_whenAPageOfTheOtherOnlyNamedItsAddress() throws Exception {
        outlet.hold();
        var two = List.of(draft("courier", "a", "Port closed"), draft("courier", "b", "Team wins"));
        outlet.refused.add("a");
        var first = later(() -> publisher.publish(two, namingHome("a")));
        outlet.awaitSent("b");
        var second = later(
                () -> publisher.publish(List.of(draft("herald", HOME, "Port closed"), draft("herald", "d", "Snow"))));
        outlet.awaitSent("d");
        outlet.acknowledgeAll();
        assertThat(first.get()).containsExactly(Publication.FAILED, Publication.PUBLISHED);
        assertThat(second.get()).containsExactly(Publication.PUBLISHED, Publication.PUBLISHED);
    }

    private static Draft draft(String feed, String id, String title) {
        return Carried.by(feed).draft(id, title, "");
    }

    private static List<Draft> drafts(String... ids) {
        return Arrays.stream(ids)
                .map(id -> new Draft(Carried.by("feed").article(id, "t", ""), TraceParent.start()))
                .toList();
    }

    private static Future<List<Publication>> later(Callable<List<Publication>> work)
            throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }
}
