package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, as the status page shows it.
 *
 * @param troubles what somebody must look at, in sentences
 * @param moreDead whether more failed than are listed
 */
public record DeliveriesView(
        List<String> troubles, List<Receiver> receivers, List<Dead> dead, boolean moreDead, List<Silence> silences) {
    /**
     * A receiver.
     *
     * @param state of its circuit, in a word for the dot and one for people
     */
    public record Receiver(
            String name,
            String type,
            String dot,
            String state,
            String waiting,
            boolean full,
            String delivered,
            String failed,
            Moment success,
            Moment failure,
            @Nullable String error) {}

    /** A delivery that was given up. */
    public record Dead(
            String id, String receiver, String story, @Nullable String storyLink, Moment at, String reason) {}

    /** What nobody is told for a time. */
    public record Silence(
            String id, String what, Moment end, String by, String comment, boolean active, boolean inFile) {}

    /** Reads notify's answers; what it does not say is empty. */
    public static DeliveriesView of(JsonNode receivers, JsonNode failed, JsonNode silences) {
        var troubles = new ArrayList<String>();
        var rows = new ArrayList<Receiver>();
        for (var item : receivers.path("items")) {
            rows.add(receiver(item, troubles));
        }
        var dead = new ArrayList<Dead>();
        for (var item : failed.path("items")) {
            var story = item.path("story").asText();
            boolean linked = !story.contains("|");
            dead.add(new Dead(
                    item.path("id").asText(),
                    item.path("receiver").asText(),
                    linked ? story : "several stories",
                    linked ? story : null,
                    moment("at", item.path("created")),
                    item.path("reason").asText("")));
        }
        var quiet = new ArrayList<Silence>();
        for (var item : silences.path("items")) {
            quiet.add(new Silence(
                    item.path("id").asText(),
                    what(item.path("match")),
                    moment("until", item.path("end")),
                    item.path("by").asText(),
                    item.path("comment").asText(),
                    item.path("active").asBoolean(),
                    item.path("inFile").asBoolean()));
        }
        return new DeliveriesView(
                troubles, rows, dead, failed.path("nextCursor").isTextual(), quiet);
    }

    private static Receiver receiver(JsonNode item, List<String> troubles) {
        var name = item.path("id").asText();
        var circuit = item.path("circuit").asText();
        boolean full = item.path("full").asBoolean();
        long waiting = item.path("waiting").asLong();
        if (full) {
            troubles.add("The queue of " + name + " is full: " + waiting + " wait, and what comes is only recorded.");
        }
        if (circuit.equals("open")) {
            troubles.add(name + " fails and is left alone for a while: "
                    + item.path("error").asText("no answer") + ".");
        }
        if (circuit.equals("unknown") && waiting > 0) {
            troubles.add(name + " is gone from the routes, but " + waiting + " wait for it.");
        }
        return new Receiver(
                name,
                item.path("type").asText(),
                switch (circuit) {
                    case "closed" -> full ? "rate-limited" : "ok";
                    case "half-open" -> "rate-limited";
                    default -> "failing";
                },
                switch (circuit) {
                    case "closed" -> full ? "queue full" : "well";
                    case "half-open" -> "being tried";
                    case "open" -> "left alone";
                    default -> "not in the routes";
                },
                String.valueOf(waiting),
                full,
                String.valueOf(item.path("delivered").asLong()),
                String.valueOf(item.path("failed").asLong()),
                moment("success", item.path("lastSuccess")),
                moment("failure", item.path("lastFailure")),
                item.path("error").textValue());
    }

    private static String what(JsonNode match) {
        var parts = new ArrayList<String>();
        for (var key : List.of("topics", "stories", "languages", "countries", "places")) {
            var texts = new ArrayList<String>();
            match.path(key).forEach(text -> texts.add(text.asText()));
            if (!texts.isEmpty()) {
                parts.add(key + " " + String.join(", ", texts));
            }
        }
        if (match.path("severity").isTextual()) {
            parts.add(match.path("severity").asText() + " or worse");
        }
        return String.join("; ", parts);
    }

    private static Moment moment(String label, JsonNode time) {
        try {
            return time.isTextual() ? Moment.of(label, Instant.parse(time.asText())) : new Moment(label, null, "–");
        } catch (DateTimeParseException e) {
            return new Moment(label, null, time.asText());
        }
    }
}
