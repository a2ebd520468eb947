package dev.tocsin.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.SchemaFiles.Located;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Holds a record against a schema, in both directions, and tells each difference with its path. */
final class SchemaDifferences {
    private static final Map<Class<?>, String> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(Instant.class, "string date-time"),
            Map.entry(LocalDate.class, "string date"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"));

    private final List<String> found = new ArrayList<>();

    private SchemaDifferences() {}

    static List<String> between(Class<?> message, Located schema) {
        var differences = new SchemaDifferences();
        differences.object("$", message, schema);
        return differences.found;
    }

    private void object(String path, Class<?> type, Located schema) {
        var components = components(type);
        var properties = new LinkedHashMap<String, Located>();
        var required = new TreeSet<String>();
        flatten(schema, properties, required);

        same(path + ": fields", new TreeSet<>(components.keySet()), new TreeSet<>(properties.keySet()));
        var alwaysThere = new TreeSet<String>();
        components.forEach((name, component) -> {
            var property = properties.get(name);
            if (property != null) {
                value(path + "." + name, component.getAnnotatedType(), property);
                // a field that a reader fills in by itself may be absent; the schema says so with a default
                if (!nullable(component.getAnnotatedType())
                        && !property.schema().has("default")) {
                    alwaysThere.add(name);
                }
            }
        });
        same(path + ": required", alwaysThere, required);
    }

    private void value(String path, AnnotatedType type, Located located) {
        var schema = located.schema();
        same(path + ": nullable", nullable(type), types(schema).contains("null"));
        Class<?> raw = raw(type);
        same(path + ": type", kind(raw), kind(schema));
        same(path + ": enum", constants(raw), words(schema.path("enum")));
        if (raw.isRecord()) {
            object(path, raw, located);
        } else if (raw == List.class) {
            value(path + "[]", argument(type, 0), at(located, "items"));
        } else if (raw == Map.class) {
            value(path + "{}", argument(type, 1), at(located, "additionalProperties"));
        }
    }

    /** Fields by their JSON name; those of an unwrapped record stand among its own. */
    private static Map<String, RecordComponent> components(Class<?> type) {
        var all = new LinkedHashMap<String, RecordComponent>();
        for (var component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                all.putAll(components(component.getType()));
            } else {
                all.put(component.getName(), component);
            }
        }
        return all;
    }

    private static void flatten(Located located, Map<String, Located> properties, Set<String> required) {
        var schema = located.schema();
        schema.path("allOf").forEach(part -> flatten(SchemaFiles.follow(located.file(), part), properties, required));
        schema.path("properties")
                .properties()
                .forEach(p -> properties.put(p.getKey(), SchemaFiles.follow(located.file(), p.getValue())));
        schema.path("required").forEach(name -> required.add(name.asText()));
    }

    private static Located at(Located located, String keyword) {
        return SchemaFiles.follow(located.file(), located.schema().path(keyword));
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "string";
        }
        if (type == List.class) {
            return "array";
        }
        return type == Map.class || type.isRecord()
                ? "object"
                : Objects.requireNonNull(SIMPLE.get(type), type::getName);
    }

    private static String kind(JsonNode schema) {
        var kinds = types(schema).stream().filter(t -> !t.equals("null")).collect(Collectors.joining("|"));
        return schema.has("format") ? kinds + " " + schema.get("format").asText() : kinds;
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? words(type) : Set.of(type.asText());
    }

    private static Set<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As the mapper writes them; none where the type is no enum. */
    private static Set<String> constants(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(c -> Json.mapper().valueToTree(c).asText())
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private static boolean nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Class<?> raw(AnnotatedType type) {
        return (Class<?>) (type.getType() instanceof ParameterizedType p ? p.getRawType() : type.getType());
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private void same(String what, Object record, Object schema) {
        if (!record.equals(schema)) {
            found.add(what + " " + record + " in the record, " + schema + " in the schema");
        }
    }
}
