package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What notify answers: a receiver in trouble, what it did not take, and a silence, all with hostile text. */
final class FakeDeliveries {
    private FakeDeliveries() {}

    static Map<String, Object> receiver() {
        return Map.of(
                "id",
                "desk-mail",
                "type",
                "mail",
                "circuit",
                "open",
                "until",
                "2022-01-05T12:01:00Z",
                "waiting",
                12,
                "failed",
                1,
                "delivered",
                7,
                "full",
                false,
                "lastFailure",
                "2022-01-05T12:00:00Z",
                "error",
                Samples.HOSTILE);
    }

    static Map<String, Object> failed() {
        return Map.of(
                "id", "story-1:1:desk-mail",
                "story", "story-1",
                "receiver", "desk-mail",
                "state", "failed",
                "created", "2022-01-05T12:00:00Z",
                "reason", Samples.HOSTILE);
    }

    static Map<String, Object> silence() {
        return Map.of(
                "id",
                "silence-1",
                "match",
                Map.of("topics", List.of("protests")),
                "start",
                "2022-01-05T12:00:00Z",
                "end",
                "2022-01-05T13:00:00Z",
                "by",
                "anna",
                "comment",
                Samples.HOSTILE,
                "active",
                true,
                "inFile",
                false);
    }

    /** One of all that a route can have, and a digest. */
    static List<?> routes() {
        return List.of(
                route(
                        """
                        {"name":"protests-in-kazakhstan","origins":2,"status":["Actual"],
                         "match":{"topics":["protests"],"countries":["KZ"],"severity":"Moderate"},
                         "hours":{"days":["MONDAY","TUESDAY"],"from":"08:00","to":"20:00","zone":"Asia/Almaty"},
                         "group":{"by":"topic","wait":"PT30S","interval":"PT5M"},
                         "quiet":{"hours":{"days":[],"from":"22:00","to":"07:00","zone":"Asia/Almaty"},"unless":"Extreme"},
                         "to":["desk-mail","desk-chat"],"escalate":[{"after":"PT10M","to":["phone"]},{"after":"PT30M","to":["on-call"]}]}
                        """),
                route(
                        """
                        {"name":"morning","origins":0,"status":["Actual","Exercise"],"match":{},"hours":null,
                         "group":{"by":"story","wait":"PT0S","interval":"PT0S"},"quiet":null,
                         "digest":{"every":"day","at":"07:00","zone":"Europe/Rome","empty":true},"to":["desk-mail"],"escalate":[]}
                        """));
    }

    private static JsonNode route(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException(e);
        }
    }
}
