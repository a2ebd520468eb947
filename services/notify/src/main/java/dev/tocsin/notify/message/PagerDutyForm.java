package dev.tocsin.notify.message;

import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PagerDuty Events API v2: a story is one incident ({@code dedup_key}), an answer of the desk acknowledges it, a Cancel
 * resolves it. Lengths are those of its reference: summary 1024 characters, key 255.
 */
final class PagerDutyForm {
    private PagerDutyForm() {}

    static Outgoing of(Receiver.PagerDuty pager, Delivery delivery, Told told) {
        var story = told.stories().getFirst();
        var action = told.notice().kind() == Notice.Kind.ANSWER
                ? "acknowledge"
                : story.alert().msgType() == Alert.MsgType.Cancel ? "resolve" : "trigger";
        var body = new LinkedHashMap<String, Object>();
        body.put("routing_key", pager.routingKey());
        body.put("event_action", action);
        body.put("dedup_key", Escape.line("tocsin:" + story.id(), 255));
        if (action.equals("trigger")) {
            body.put("payload", payload(told, story));
            if (story.url() != null) {
                body.put("links", List.of(Map.of("href", story.url(), "text", "The story in Tocsin")));
            }
        }
        return JsonPost.of(pager.url(), delivery, body);
    }

    private static Map<String, Object> payload(Told told, Story story) {
        var alert = story.alert();
        var payload = new LinkedHashMap<String, Object>();
        payload.put("summary", told.title());
        payload.put("source", "tocsin");
        payload.put("severity", severity(alert.severity()));
        payload.put("timestamp", alert.times().alerted().toString());
        payload.put("group", story.topic());
        payload.put("class", story.word());
        payload.put(
                "custom_details",
                Map.of("headline", story.headline(), "changes", story.changes(), "facts", story.facts()));
        return payload;
    }

    private static String severity(Alert.Severity severity) {
        return switch (severity) {
            case Extreme -> "critical";
            case Severe -> "error";
            case Moderate, Unknown -> "warning";
            case Minor -> "info";
        };
    }
}
