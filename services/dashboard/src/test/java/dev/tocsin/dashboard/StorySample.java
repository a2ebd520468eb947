package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An invented story with all that a story can have, hostile text among it, as the archive would answer. */
final class StorySample {
    static final String ID = "valdoro";
    private static final String ONE_ARTICLE = "/articles/va";

    /** How many of its alerts the archive has. */
    static final AtomicInteger REVISIONS = new AtomicInteger(3);

    /** Why the story is held; null while it is not. */
    static final AtomicReference<@Nullable String> HELD = new AtomicReference<>();

    private static final JsonNode ALL = read();

    private StorySample() {}

    /** What the archive answers; null where it is asked for something else. */
    static @Nullable JsonNode answer(String path, @Nullable String query) {
        if (path.equals("/stories/" + ID)) {
            return ALL.path("story");
        }
        if (path.equals("/stories/" + ID + "/hold") && HELD.get() != null) {
            return hold();
        }
        if (path.equals("/holds")) {
            return list(
                    HELD.get() == null
                            ? Json.mapper().createArrayNode()
                            : Json.mapper().createArrayNode().add(hold()));
        }
        if (path.equals("/alerts/" + ID)) {
            return alert();
        }
        if (path.equals("/stories")) {
            return list(ALL.path("others"));
        }
        if (path.equals("/articles") && query != null && query.contains("story=" + ID)) {
            return list(ALL.path("articles"));
        }
        if (path.startsWith(ONE_ARTICLE)) {
            int number = Integer.parseInt(path.substring(ONE_ARTICLE.length()));
            return ALL.path("articles").path(number - 1);
        }
        return null;
    }

    /** Holds, lifts and erases as the archive does; null where it is asked for something else. */
    static @Nullable JsonNode change(String method, String path, String body) throws IOException {
        if (path.equals("/stories/" + ID + "/hold")) {
            HELD.set(
                    method.equals("PUT")
                            ? Json.mapper().readTree(body).path("why").asText()
                            : null);
            return HELD.get() == null ? Json.mapper().createObjectNode() : hold();
        }
        return path.startsWith(ONE_ARTICLE)
                ? Json.mapper()
                        .createObjectNode()
                        .put("revisions", 2)
                        .put("stories", 1)
                        .put("alerts", 3)
                        .put("channels", true)
                        .put("at", "2022-01-05T12:00:00Z")
                : null;
    }

    private static ObjectNode hold() {
        var hold = Json.mapper()
                .createObjectNode()
                .put("story", ID)
                .put("by", "anna")
                .put("why", HELD.get())
                .put("at", "2022-01-05T12:00:00Z");
        hold.putArray("articles").add("va1").add("va2");
        return hold;
    }

    /** The alert with a number, as the channel carries it. */
    static ObjectNode revision(int number) {
        return ALL.path("alert").path("revisions").path(number - 1).deepCopy();
    }

    private static ObjectNode alert() {
        int last = REVISIONS.get();
        ObjectNode alert = ALL.path("alert").deepCopy();
        alert.setAll(revision(last));
        var revisions = alert.putArray("revisions");
        for (int i = 1; i <= last; i++) {
            revisions.add(revision(i));
        }
        return alert;
    }

    private static ObjectNode list(JsonNode items) {
        var list = Json.mapper().createObjectNode();
        list.set("items", items);
        return list.putNull("nextCursor");
    }

    private static JsonNode read() {
        try (var file = StorySample.class.getResourceAsStream("/story/valdoro.json")) {
            return Json.mapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
