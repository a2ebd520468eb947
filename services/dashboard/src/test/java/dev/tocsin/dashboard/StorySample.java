package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An invented story with all that a story can have, hostile text among it, as the archive would answer. */
final class StorySample {
    static final String ID = "valdoro";
    private static final String ONE_ARTICLE = "/articles/va";

    /** How many of its alerts the archive has. */
    static final AtomicInteger REVISIONS = new AtomicInteger(3);

    private static final JsonNode ALL = read();

    private StorySample() {}

    /** What the archive answers; null where it is asked for something else. */
    static @Nullable JsonNode answer(String path, @Nullable String query) {
        if (path.equals("/stories/" + ID)) {
            return ALL.path("story");
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
