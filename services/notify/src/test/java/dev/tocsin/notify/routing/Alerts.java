package dev.tocsin.notify.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.notify.delivery.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Alerts for tests, as JSON that each test changes to its need. */
public final class Alerts {
    public static final Instant AT = Instant.parse("2022-01-06T20:00:00Z");

    private Alerts() {}

    /** Severe and real, from two origins, in Italian and Russian. */
    public static ObjectNode alert(String story, int revision, Consumer<ObjectNode> change) {
        var alert = new Alert(
                story,
                "protests",
                revision,
                revision == 1 ? Alert.MsgType.Alert : Alert.MsgType.Update,
                Alert.Status.Actual,
                Alert.Urgency.Immediate,
                Alert.Severity.Severe,
                Alert.Certainty.Likely,
                "Corteo a Valdoro",
                "it",
                List.of(),
                List.of(new Alert.Change("claim", "killed: " + revision, null, String.valueOf(revision))),
                3,
                2,
                List.of("it", "ru"),
                3,
                new Alert.Times(null, AT, AT, AT),
                List.of());
        ObjectNode json = Json.mapper().valueToTree(alert);
        change.accept(json);
        return json;
    }

    public static ObjectNode alert(String story, int revision) {
        return alert(story, revision, json -> {});
    }

    static Subject subject(Consumer<ObjectNode> change) {
        return Subject.of(alert("s1", 1, change));
    }

    static Held held(String route, String story, int revision) {
        return held(route, alert(story, revision));
    }

    static Held held(String route, ObjectNode json) {
        var story = json.path("story").asText();
        int revision = json.path("revision").asInt();
        return new Held(
                Held.id(route, story, revision),
                route,
                Held.group(route, story),
                story,
                revision,
                json.toString(),
                story + "." + revision + ".alerts",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                new Delivery.Origin("tocsin.alerts.v1", 0, revision, story),
                AT);
    }
}
