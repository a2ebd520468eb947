package dev.tocsin.dashboard.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes an example of a schema out of the examples of its parts. */
final class Examples {
    private static final int DEEPEST = 12;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode schemas;

    Examples(JsonNode schemas) {
        this.schemas = schemas;
    }

    JsonNode of(String schema) {
        return of(schemas.path(schema), 0);
    }

    private JsonNode of(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return NullNode.instance;
        }
        for (var given :
                new JsonNode[] {schema.path("examples").path(0), schema.path("const"), schema.path("default")}) {
            if (!given.isMissingNode()) {
                return given.deepCopy();
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        var example = NODES.objectNode();
        boolean isObject = false;
        for (var part : new JsonNode[] {
            schema.path("$ref"),
            schema.path("anyOf").path(0),
            schema.path("allOf").path(0)
        }) {
            if (!part.isMissingNode()) {
                var named = part.isTextual() ? schemas.path(part.asText().replace(Schemas.HERE, "")) : part;
                var made = of(named, depth + 1);
                if (!(made instanceof ObjectNode object)) {
                    return made;
                }
                example.setAll(object);
                isObject = true;
            }
        }
        if (isObject || schema.has("properties")) {
            schema.path("properties").properties().forEach(p -> example.set(p.getKey(), of(p.getValue(), depth + 1)));
            return example;
        }
        return plain(schema, depth);
    }

    private JsonNode plain(JsonNode schema, int depth) {
        var type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "string" -> NODES.textNode(text(schema));
            case "integer" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "number" -> NODES.numberNode(schema.path("minimum").asDouble(0.5));
            case "boolean" -> NODES.booleanNode(false);
            case "array" -> array(schema, depth);
            case "object" -> NODES.objectNode();
            default -> NullNode.instance;
        };
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = NODES.arrayNode();
        if (schema.has("items")) {
            for (int i = 0; i < schema.path("minItems").asInt(1); i++) {
                array.add(of(schema.path("items"), depth + 1));
            }
        }
        return array;
    }

    private static String text(JsonNode schema) {
        if (schema.path("pattern").asText().equals("^[A-F]$")) {
            return "B";
        }
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2022-01-05T12:00:00Z";
            case "date" -> "2022-01-05";
            case "uri" -> "https://wire.example/1";
            default -> "text";
        };
    }
}
