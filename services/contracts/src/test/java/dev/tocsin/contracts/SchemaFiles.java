package dev.tocsin.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.AllowSchemaLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schema files as they are shipped: as trees with references followed, and as validators. Fetches nothing. */
final class SchemaFiles {
    static final String FOLDER = "dev/tocsin/contracts/schema/";
    static final String COMMON = "common.v1.schema.json";

    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    // what is not on the class path is refused, never fetched
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            f -> f.schemaLoaders(loaders ->
                    loaders.add(new AllowSchemaLoader(iri -> iri.toString().startsWith("classpath:")))));

    private SchemaFiles() {}

    static String nameOf(Channel channel) {
        return channel.eventType().substring("dev.tocsin.".length()) + ".schema.json";
    }

    static JsonNode read(String name) {
        try {
            return Json.mapper().readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try (var in = SchemaFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no schema file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the channel's schema has against a message; empty when it is valid. */
    static List<String> complaints(Channel channel, JsonNode message) {
        return messages(validator("classpath:" + FOLDER + nameOf(channel)), message.toString());
    }

    /** What JSON Schema 2020-12 itself has against a schema file. */
    static List<String> metaComplaints(String name) {
        return messages(validator("https://json-schema.org/draft/2020-12/schema"), text(name));
    }

    private static JsonSchema validator(String location) {
        return FACTORY.getSchema(SchemaLocation.of(location), STRICT);
    }

    private static List<String> messages(JsonSchema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /**
     * A schema with its reference followed, keywords beside the reference winning.
     *
     * @param file that the schema stands in, for references of the form {@code #/...}
     */
    static Located follow(String file, JsonNode schema) {
        if (!schema.has("$ref")) {
            return new Located(file, schema);
        }
        var reference = schema.get("$ref").asText().split("#", 2);
        String target = reference[0].isEmpty() ? file : reference[0];
        JsonNode found = reference.length == 1 ? read(target) : read(target).at(reference[1]);
        if (!found.isObject()) {
            throw new IllegalStateException(file + ": nothing at " + schema.get("$ref"));
        }
        var followed = follow(target, found);
        ObjectNode merged = followed.schema().deepCopy();
        schema.properties().stream()
                .filter(p -> !p.getKey().equals("$ref"))
                .forEach(p -> merged.set(p.getKey(), p.getValue()));
        return new Located(followed.file(), merged);
    }

    /** A schema and the file that its own references are relative to. */
    record Located(String file, JsonNode schema) {}
}
