package dev.tocsin.notify.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one message tells.
 *
 * @param kind why it is sent
 * @param route by which it came
 * @param note in words what the kind leaves open: how long nobody answered, who did, how many stories a group or a digest has
 *     no room for; null where it leaves nothing open
 * @param alerts as they came, one for each story, fields from the future included; none in an empty digest
 */
public record Notice(Kind kind, String route, @Nullable String note, List<JsonNode> alerts) {
    /** Why a message is sent. */
    public enum Kind {
        ALERT,
        ESCALATION,
        DIGEST,
        ANSWER
    }

    public Notice {
        alerts = List.copyOf(alerts);
    }

    /** The alerts as records. */
    public List<Alert> read() {
        return alerts.stream().map(Notice::alert).toList();
    }

    public String json() {
        return new String(Json.write(this), StandardCharsets.UTF_8);
    }

    /** Reads what was stored; a bare alert is how versions before routes stored it. */
    public static Notice of(String json) {
        try {
            var tree = Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
            return tree.has("alerts")
                    ? Json.mapper().treeToValue(tree, Notice.class)
                    : new Notice(Kind.ALERT, "", null, List.of(tree));
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException("a notice was written as JSON", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a notice was written as JSON", e);
        }
    }

    private static Alert alert(JsonNode json) {
        try {
            return Json.mapper().treeToValue(json, Alert.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("was read as an alert before", e);
        }
    }
}
