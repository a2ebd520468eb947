package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, as the status page and the settings show it.
 *
 * @param troubles what somebody must look at
 * @param moreDead whether more failed than are listed
 */
public record DeliveriesView(
        List<Trouble> troubles, List<Receiver> receivers, List<Dead> dead, boolean moreDead, List<Silence> silences) {
    /**
     * What is wrong with a receiver.
     *
     * @param state as that of the receiver
     * @param error that its last attempt met; null where none is told
     */
    public record Trouble(String state, String receiver, long waiting, @Nullable String error) {}

    /**
     * A receiver.
     *
     * @param dot its colour
     * @param state {@code well}, {@code full}, {@code trying}, {@code left} or {@code unknown}: which words it is told in
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

    /** A delivery that was given up. @param story null where it told of several */
    public record Dead(String id, String receiver, @Nullable String story, Moment at, String reason) {}

    /** A part of what a silence is about. @param key of the match, such as {@code topics} */
    public record Match(String key, String text) {}

    /** What nobody is told for a time. */
    public record Silence(
            String id,
            List<Match> matches,
            Moment start,
            Moment end,
            String by,
            String comment,
            boolean active,
            boolean inFile) {}

    /** How many silences hold now. */
    public long silencesNow() {
        return silences.stream().filter(Silence::active).count();
    }

    /** How many messages were given up. */
    public long givenUp() {
        return receivers.stream().mapToLong(r -> Long.parseLong(r.failed())).sum();
    }

    /**
     * Reads notify's answers; what it does not say is empty.
     *
     * @param topics what the reader calls them, by id
     */
    public static DeliveriesView of(
            JsonNode receivers, JsonNode failed, JsonNode silences, Map<String, String> topics) {
        var troubles = new ArrayList<Trouble>();
        var rows = new ArrayList<Receiver>();
        for (var item : receivers.path("items")) {
            rows.add(receiver(item, troubles));
        }
        var dead = new ArrayList<Dead>();
        for (var item : failed.path("items")) {
            var story = item.path("story").asText();
            dead.add(new Dead(
                    item.path("id").asText(),
                    item.path("receiver").asText(),
                    story.contains("|") ? null : story,
                    Moment.read("at", item.path("created")),
                    item.path("reason").asText("")));
        }
        var quiet = new ArrayList<Silence>();
        for (var item : silences.path("items")) {
            quiet.add(new Silence(
                    item.path("id").asText(),
                    matches(item.path("match"), topics),
                    Moment.read("from", item.path("start")),
                    Moment.read("until", item.path("end")),
                    item.path("by").asText(),
                    item.path("comment").asText(),
                    item.path("active").asBoolean(),
                    item.path("inFile").asBoolean()));
        }
        return new DeliveriesView(
                troubles, rows, dead, failed.path("nextCursor").isTextual(), quiet);
    }

    private static Receiver receiver(JsonNode item, List<Trouble> troubles) {
        var name = item.path("id").asText();
        var state = state(item.path("circuit").asText(), item.path("full").asBoolean());
        long waiting = item.path("waiting").asLong();
        var error = item.path("error").textValue();
        if (state.equals("full") || state.equals("left") || state.equals("unknown") && waiting > 0) {
            troubles.add(new Trouble(state, name, waiting, error));
        }
        return new Receiver(
                name,
                item.path("type").asText(),
                switch (state) {
                    case "well" -> "ok";
                    case "full", "trying" -> "rate-limited";
                    default -> "failing";
                },
                state,
                String.valueOf(waiting),
                item.path("full").asBoolean(),
                String.valueOf(item.path("delivered").asLong()),
                String.valueOf(item.path("failed").asLong()),
                Moment.read("success", item.path("lastSuccess")),
                Moment.read("failure", item.path("lastFailure")),
                error);
    }

    private static String state(String circuit, boolean full) {
        return switch (circuit) {
            case "closed" -> full ? "full" : "well";
            case "half-open" -> "trying";
            case "open" -> "left";
            default -> "unknown";
        };
    }

    static List<Match> matches(JsonNode match, Map<String, String> topics) {
        var matches = new ArrayList<Match>();
        for (var key : List.of("topics", "stories", "languages", "countries", "places")) {
            var texts = new ArrayList<String>();
            match.path(key)
                    .forEach(text -> texts.add(
                            key.equals("topics") ? topics.getOrDefault(text.asText(), text.asText()) : text.asText()));
            if (!texts.isEmpty()) {
                matches.add(new Match(key, String.join(", ", texts)));
            }
        }
        if (match.path("severity").isTextual()) {
            matches.add(new Match("severity", match.path("severity").asText()));
        }
        return matches;
    }
}
