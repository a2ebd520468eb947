package dev.tocsin.notify.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.message.Notice;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static final Receiver MAIL = new Receiver.Mailbox("mail", List.of("desk@example.org"));
    private static final Receiver HOOK =
            new Receiver.Webhook("hook", URI.create("https://hooks.example/"), "correct-horse-battery-staple-0001");

    @Test
    void tellsEachRevision_whenTheRouteDoesNotGather() {
        var deliveries = bundle(Duration.ZERO, null)
                .deliveries(List.of(Alerts.held("r", "s1", 2), Alerts.held("r", "s1", 1)), List.of(MAIL));

        assertThat(deliveries).extracting(Delivery::key).containsExactly("s1:1:mail", "s1:2:mail");
    }

    @Test
    void tellsTheLatestRevisionWithAllChanges_whenTheRouteGathers() {
        var deliveries = bundle(Duration.ofMinutes(5), null)
                .deliveries(List.of(Alerts.held("r", "s1", 2), Alerts.held("r", "s1", 3)), List.of(HOOK));

        assertThat(deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.key()).isEqualTo("s1:3:hook");
            assertThat(Notice.of(delivery.payload()).read().getFirst().changes())
                    .extracting(change -> change.text())
                    .containsExactly("killed: 2", "killed: 3");
        });
    }

    @Test
    void tellsStoriesTogether_butNotToAProgram() {
        var waiting = List.of(Alerts.held("r", "s1", 1), Alerts.held("r", "s2", 4));
        var deliveries = bundle(Duration.ofMinutes(5), null).deliveries(waiting, List.of(MAIL, HOOK));

        assertThat(deliveries).extracting(Delivery::receiver).containsExactly("mail", "hook", "hook");
        assertThat(deliveries.getFirst().key()).startsWith("group:r|g:7:").endsWith(":mail");
        assertThat(Notice.of(deliveries.getFirst().payload()).alerts()).hasSize(2);
        assertThat(deliveries).extracting(Delivery::key).contains("s1:1:hook", "s2:4:hook");
    }

    @Test
    void givesTheSameKeysForTheSame_andOthersForOthers() {
        var one = List.of(Alerts.held("r", "s1", 1), Alerts.held("r", "s2", 1));
        var other = List.of(Alerts.held("r", "s1", 1), Alerts.held("r", "s3", 1));
        var bundle = bundle(Duration.ofMinutes(5), null);

        assertThat(bundle.deliveries(one.reversed(), List.of(MAIL))).isEqualTo(bundle.deliveries(one, List.of(MAIL)));
        assertThat(bundle.deliveries(other, List.of(MAIL)).getFirst().key())
                .isNotEqualTo(bundle.deliveries(one, List.of(MAIL)).getFirst().key());
    }

    @Test
    void tellsOfNothing_inADigestThatMayBeEmpty() {
        var digest = new Digest(false, LocalTime.of(7, 0), ZoneOffset.UTC, true);

        assertThat(bundle(Duration.ZERO, digest).deliveries(List.of(), List.of(MAIL)))
                .singleElement()
                .satisfies(delivery -> {
                    assertThat(delivery.key()).startsWith("digest:r|g:7:");
                    assertThat(Notice.of(delivery.payload()).kind()).isEqualTo(Notice.Kind.DIGEST);
                });
    }

    @Test
    void tellsTheMostSevere_andHowManyMoreThereAre_whenADigestWouldBeTooLarge() {
        var digest = new Digest(false, LocalTime.of(7, 0), ZoneOffset.UTC, true);
        var waiting = IntStream.range(0, 300)
                .mapToObj(i -> Alerts.held(
                        "r", Alerts.alert("s" + i, 1, json -> json.put("severity", i == 299 ? "Extreme" : "Minor"))))
                .toList();

        var told = Notice.of(bundle(Duration.ZERO, digest)
                .deliveries(waiting, List.of(MAIL))
                .getFirst()
                .payload());
        assertThat(told.alerts()).hasSize(200);
        assertThat(told.read().getFirst().story()).isEqualTo("s299");
        assertThat(told.note()).isEqualTo("and 100 more");
    }

    @Test
    void recordsWhatASilenceKeptBack_underAKeyOfItsOwn() {
        var kept = bundle(Duration.ZERO, null)
                .silenced(Map.of(Alerts.held("r", "s1", 1), "silenced by anna"), List.of(MAIL));

        assertThat(kept).singleElement().satisfies(delivery -> {
            assertThat(delivery.key()).isEqualTo("silenced:r:s1:1:mail");
            assertThat(delivery.state()).isEqualTo(Delivery.State.SILENCED);
            assertThat(delivery.reason()).isEqualTo("silenced by anna");
        });
    }

    private static Bundle bundle(Duration interval, @Nullable Digest digest) {
        var route = new Route(
                "r",
                Match.ofTopics(Set.of(), Match.REAL),
                null,
                Route.GroupBy.TOPIC,
                Duration.ZERO,
                interval,
                null,
                List.of("mail"),
                List.of(),
                digest);
        return new Bundle(route, "r|g", 7, Alerts.AT);
    }
}
