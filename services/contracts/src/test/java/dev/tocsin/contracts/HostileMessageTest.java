package dev.tocsin.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands on a channel is either refused with a reason, or read into a message that its schema allows. */
class HostileMessageTest {
    private static final List<String> WRONG = List.of("null", "\"\"", "\"xx\"", "-1", "1e400", "[]", "[null]", "{}");

    @ParameterizedTest
    @EnumSource
    void neverReadsAMessageThatItsSchemaForbids_whateverStandsInAField(Channel channel) throws Exception {
        var sample = Golden.plain(channel).tree();
        var accepted = new ArrayList<String>();
        for (var place : places("", sample)) {
            for (var wrong : WRONG) {
                accepted.addAll(complaints(channel, place.name() + " = " + wrong, with(sample, place, wrong)));
            }
            accepted.addAll(complaints(channel, "no " + place.name(), with(sample, place, null)));
        }
        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"story\"",
                "{",
                "{\"id\":1}",
                "<html></html>",
                "\u0000",
                "{\"id\":\"a\"}}"
            })
    void givesAReason_whenTheValueIsNoMessageAtAll(String value) {
        assertThatThrownBy(() -> Json.read(value.getBytes(UTF_8), Story.class))
                .isInstanceOf(UnreadableMessageException.class)
                .message()
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void refusesNestingWithoutEnd(int depth) {
        var deep = "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";

        assertThatThrownBy(() -> Json.read(deep.getBytes(UTF_8), Story.class))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("nesting");
    }

    /** What the schema has against the message that was read; nothing where it was refused with a reason. */
    private static List<String> complaints(Channel channel, String change, JsonNode message) throws Exception {
        Object read;
        try {
            read = Json.read(Json.write(message), channel.message());
        } catch (UnreadableMessageException e) {
            assertThat(e).message().contains("is not a " + channel.message().getSimpleName());
            return List.of();
        }
        return SchemaFiles.complaints(channel, Json.mapper().readTree(Json.write(read))).stream()
                .map(complaint -> change + ": " + complaint)
                .toList();
    }

    private static JsonNode with(JsonNode message, Place place, @Nullable String json) throws Exception {
        JsonNode copy = message.deepCopy();
        var holder = copy.at(place.holder());
        if (holder instanceof ObjectNode object) {
            if (json == null) {
                object.remove(place.field());
            } else {
                object.set(place.field(), Json.mapper().readTree(json));
            }
        } else if (holder instanceof ArrayNode array) {
            int index = Integer.parseInt(place.field());
            if (json == null) {
                array.remove(index);
            } else {
                array.set(index, Json.mapper().readTree(json));
            }
        }
        return copy;
    }

    private static List<Place> places(String pointer, JsonNode node) {
        var all = new ArrayList<Place>();
        if (node.isObject()) {
            node.properties().forEach(p -> {
                all.add(new Place(pointer, p.getKey()));
                all.addAll(places(pointer + "/" + p.getKey(), p.getValue()));
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.add(new Place(pointer, String.valueOf(i)));
            all.addAll(places(pointer + "/" + i, node.get(i)));
        }
        return all;
    }

    /** Where a value stands: a field of an object or an item of an array, which a JSON pointer names. */
    private record Place(String holder, String field) {
        String name() {
            return holder + "/" + field;
        }
    }
}
