package dev.tocsin.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes values that a schema allows, values at its bounds, and values beyond them. */
final class Fuzz {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "null",
            "true",
            "a",
            "é",
            "Токаев",
            "\u202e\u0000",
            "\ud83d\ude00",
            "..",
            "../x",
            "a/b",
            "a|b",
            "a.b",
            "%00",
            "$where",
            "{\"$gt\":\"\"}",
            "<script>alert(1)</script>",
            "' OR 1=1 --",
            "\n\r\t",
            "https://wire.example/rss",
            "http://127.0.0.1:1/rss",
            "file:///etc/passwd",
            "2022-01-05T12:00:00Z",
            "9999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "PT15M",
            "P999999999D",
            "99999999999999999999",
            "x".repeat(300));
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "{}",
            "null",
            "1",
            "\"x\"",
            "[null]",
            "{\"a\":1,\"a\":2}",
            "[".repeat(2_000),
            "{}{}",
            "NaN",
            "{\"\":\"\"}",
            "{\"title\":\"\\ud800\"}",
            "<xml/>",
            "a: [1");

    private static final int LONGEST = 500;

    private final Described described;
    private final Random random;

    Fuzz(Described described, Random random) {
        this.described = described;
        this.random = random;
    }

    boolean in(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String text() {
        return in(40) ? "long ".repeat(2_000) : of(TEXTS);
    }

    /** What to send as a parameter of a query or path. */
    String parameter(JsonNode schema, List<String> known) {
        if (!known.isEmpty() && !in(3)) {
            return of(known);
        }
        var value = value(schema, 0);
        var text = value.isValueNode() ? value.asText() : value.toString();
        // a longer address is refused while its first line is read, before anybody could say a word about it
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** A body: mostly an example that was changed in some places, sometimes what is none. */
    byte[] body(JsonNode content) {
        if (in(6)) {
            return in(6) ? new byte[] {'"', -1, -2, '"'} : of(BODIES).getBytes(UTF_8);
        }
        var example = content.path("example");
        if (!example.isContainerNode()) {
            return (in(2) ? example.asText() : text()).getBytes(UTF_8);
        }
        JsonNode body = example.deepCopy();
        for (int i = random.nextInt(4); i > 0; i--) {
            change(body, described.resolved(content.path("schema")));
        }
        return Json.write(body);
    }

    /** Changes, leaves out or adds one thing, somewhere. */
    private void change(JsonNode node, JsonNode schema) {
        switch (node) {
            case ObjectNode object -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                if (names.isEmpty() || in(8)) {
                    object.set("x" + random.nextInt(9), value(NODES.objectNode(), 0));
                    return;
                }
                var name = of(names);
                var part = described.resolved(schema.path("properties").path(name));
                if (object.path(name).isContainerNode() && !in(3)) {
                    change(object.path(name), part);
                } else if (in(5)) {
                    object.remove(name);
                } else {
                    object.set(name, value(part, 0));
                }
            }
            case ArrayNode array -> {
                var items = described.resolved(schema.path("items"));
                if (!array.isEmpty() && array.path(0).isContainerNode() && !in(3)) {
                    change(array.path(random.nextInt(array.size())), items);
                } else if (in(4)) {
                    array.removeAll();
                } else {
                    for (int i = in(10) ? 600 : 1; i > 0; i--) {
                        array.add(value(items, 0));
                    }
                }
            }
            default -> {}
        }
    }

    /** A value that fits, is at a bound, or does not fit at all. */
    private JsonNode value(JsonNode schema, int depth) {
        var type = schema.path("type");
        var wanted = type.isArray() ? type.path(random.nextInt(type.size())).asText() : type.asText();
        if (in(4) || depth > 3) {
            return strange();
        }
        if (schema.has("enum") && !in(4)) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        return switch (wanted) {
            case "integer", "number" -> NODES.numberNode(number(schema));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "string" -> NODES.textNode(text(schema));
            case "array" -> NODES.arrayNode().add(value(described.resolved(schema.path("items")), depth + 1));
            case "object" -> NODES.objectNode().set(text(), value(NODES.objectNode(), depth + 1));
            default -> strange();
        };
    }

    private JsonNode strange() {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(of(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31)));
            case 2 -> NODES.numberNode(of(List.of(0.5, -1e300, 1e-300)));
            case 3 -> NODES.booleanNode(true);
            case 4 -> NODES.arrayNode().add(text()).addNull();
            case 5 -> NODES.objectNode().put(text(), text());
            default -> NODES.textNode(text());
        };
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(1_000);
        return of(List.of(least, least - 1, most, most + 1, (least + most) / 2, Long.MAX_VALUE));
    }

    private String text(JsonNode schema) {
        int most = schema.path("maxLength").asInt(0);
        if (most > 0 && in(3)) {
            return "x".repeat(in(2) ? most : most + 1);
        }
        var examples = schema.path("examples");
        return examples.size() > 0 && examples.path(0).isTextual() && !in(3)
                ? examples.path(0).asText()
                : text();
    }
}
