package dev.tocsin.notify.routing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.notify.delivery.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An alert on its way by one route, until it is told.
 *
 * @param id route, story and revision
 * @param group route and group key
 * @param payload the alert's JSON as it came
 * @param event CloudEvents id
 * @param origin the record that carried it
 * @param held since when
 */
public record Held(
        String id,
        String route,
        String group,
        String story,
        int revision,
        String payload,
        String event,
        String traceparent,
        Delivery.Origin origin,
        Instant held) {
    /** The id of an alert on a route: held once, however often it comes. */
    public static String id(String route, String story, int revision) {
        return route + "|" + story + "|" + revision;
    }

    /** The id of a group of a route. */
    public static String group(String route, String key) {
        return route + "|" + key;
    }

    /** The alert's JSON. */
    public JsonNode json() {
        try {
            return Json.read(payload.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException("was written from JSON: " + id, e);
        }
    }

    public Subject subject() {
        return Subject.of(json());
    }
}
