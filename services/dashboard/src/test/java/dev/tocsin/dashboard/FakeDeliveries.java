package dev.tocsin.dashboard;

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
}
