package dev.tocsin.notify;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalStore;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.routing.Alerts;
import dev.tocsin.notify.routing.Held;
import dev.tocsin.notify.routing.RoutesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told when replicas get into each other's way, when one group cannot be told, and when a story is over. */
class DispatcherIT {
    private static final String ROUTES =
            """
            receivers:
              mail: {type: mail, to: [desk@example.org]}
              pager: {type: pagerduty, key-env: SECRET}
            routes:
              - name: severe
                match: {severity: Severe}
                to: [mail]
                escalate: [{after: 10m, to: [pager]}]
              - name: gathering
                match: {topics: [floods]}
                group: {by: topic, wait: 30s}
                to: [mail]
            """;

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock(Alerts.AT.plusSeconds(5));
    private final List<String> sent = new ArrayList<>();
    private LocalStore server;
    private MongoClient mongo;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        server = LocalStore.start(folder.resolve("store"), FreePorts.find(1)[0]);
        mongo = MongoClients.create(server.connectionString());
        var file = Files.writeString(folder.resolve("routes.yaml"), ROUTES);
        var routes = RoutesFile.read(file, Map.of("SECRET", "correct-horse-battery-staple-0001")::get);
        service = new Service(
                routes,
                mongo,
                clock,
                (receiver, delivery) -> {
                    sent.add(delivery.key());
                    return new Outcome.Delivered(200);
                },
                1000);
    }

    @AfterEach
    void stop() {
        mongo.close();
        server.close();
    }

    @Test
    void keepsWhatNobodyTold_whenAReplicaToldTheRestOfAFlush() {
        service.take(Alerts.alert("s1", 1));
        service.run();
        service.take(Alerts.alert("s1", 2));
        var stale = List.of(Held.id("severe", "s1", 1), Held.id("severe", "s1", 2));
        service.groups.begin(new GroupStore.Flush("severe|s1", "severe", 2, clock.instant(), stale));

        service.run();

        assertThat(sent).containsExactly("s1:1:mail", "s1:2:mail");
        assertThat(service.groups.open()).isEmpty();
    }

    @Test
    void tellsTheOthers_whenAGroupCannotBeTold() {
        service.take(Alerts.alert("s1", 1));
        mongo.getDatabase("tocsin").getCollection("held").updateOne(eq("story", "s1"), set("payload", "{"));
        service.take(Alerts.alert("s2", 1));

        var pause = service.run();
        assertThat(sent).containsExactly("s2:1:mail");
        assertThat(pause).isPositive();
    }

    @Test
    void tellsOfACancel_andWakesNobody_whenTheRouteDoesNotTakeItAnyMore() {
        service.take(Alerts.alert("s1", 1));
        service.run();
        service.take(cancel("s1", 2));
        service.run();
        forward(Duration.ofMinutes(30));

        assertThat(sent).containsExactly("s1:1:mail", "s1:2:mail");
    }

    @Test
    void escalatesAgain_whenACancelledStoryComesBack() {
        service.take(Alerts.alert("s1", 1));
        service.run();
        service.take(cancel("s1", 2));
        service.run();
        forward(Duration.ofMinutes(1));
        service.take(Alerts.alert("s1", 3));
        service.run();
        service.take(cancel("s1", 2));
        forward(Duration.ofMinutes(11));

        assertThat(sent).contains("s1:3:mail", "escalation:severe:s1:2:1:pager");
    }

    @Test
    void escalates_whenOnlyASourceOfTheStoryIsMuted() {
        service.take(Alerts.alert("s1", 1));
        service.take(Alerts.alert("s2", 1));
        service.run();
        service.take(muted("s1", "source"));
        service.take(muted("s2", null));
        forward(Duration.ofMinutes(11));

        assertThat(sent).contains("escalation:severe:s1:1:1:pager").doesNotContain("escalation:severe:s2:1:1:pager");
    }

    @Test
    void escalates_whenAVerdictIsOnlyTakenBack() {
        service.take(Alerts.alert("s1", 1));
        service.run();
        service.take(new Verdict(
                "v2",
                "s1",
                "protests",
                Verdict.Kind.ACKNOWLEDGED,
                "anna",
                clock.instant(),
                null,
                null,
                null,
                null,
                "v1",
                null));
        forward(Duration.ofMinutes(11));

        assertThat(sent).contains("escalation:severe:s1:1:1:pager");
    }

    @Test
    void goesOn_whenAnAnswerFromBeforeComesAgain() {
        var answer = muted("s1", null);
        clock.forward(Duration.ofSeconds(1));
        service.take(Alerts.alert("s1", 1));
        service.run();
        service.take(answer);
        forward(Duration.ofMinutes(11));

        assertThat(sent).contains("escalation:severe:s1:1:1:pager");
    }

    private static ObjectNode cancel(String story, int revision) {
        return Alerts.alert(
                story, revision, json -> json.put("msgType", "Cancel").put("severity", "Minor"));
    }

    private Verdict muted(String story, @Nullable String scope) {
        return new Verdict(
                "v-" + story, story, "protests", Verdict.Kind.MUTED, "anna", clock.instant(), null, null, scope);
    }

    private void forward(Duration time) {
        clock.forward(time);
        service.run();
    }
}
